import { ImagePlus, Shapes } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PhotoEntry } from '../../document/types.ts';
import { useAnnotator, useDocument, useView } from '../annotator.ts';
import { useChrome } from '../chrome.ts';

export function Filmstrip() {
  const chrome = useChrome();
  const photos = useDocument((state) => state.photos);
  if (photos.length === 0) return null;
  return (
    <nav className="filmstrip" aria-label="Photos" data-open={chrome.isFilmstripOpen}>
      <ul>
        {photos.map((photo) => (
          <PhotoFrame key={photo.id} photo={photo} />
        ))}
      </ul>
      <button type="button" className="frame-button" onClick={chrome.openPicker}>
        <ImagePlus aria-hidden size={18} strokeWidth={1.75} /> Open
      </button>
      <button type="button" className="frame-button" onClick={chrome.showSamples}>
        <Shapes aria-hidden size={18} strokeWidth={1.75} /> Samples
      </button>
    </nav>
  );
}

function PhotoFrame({ photo }: { readonly photo: PhotoEntry }) {
  const annotator = useAnnotator();
  const button = useRef<HTMLButtonElement>(null);
  const isShown = useView((view) => view.photo?.id === photo.id);
  const count = useDocument((state) => state.objects[photo.id]?.length ?? 0);
  useEffect(() => {
    if (!isShown) return;
    // With the frame's own layout; asked for at once, it would be laid out twice.
    const frame = requestAnimationFrame(() =>
      button.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [isShown]);
  const objects = count === 1 ? '1 object' : `${count} objects`;
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="frame"
        aria-current={isShown}
        aria-label={`${photo.name}, ${objects}`}
        title={photo.name}
        onClick={() => void annotator.showPhoto(photo.id)}
      >
        <Thumbnail bitmap={photo.thumbnail} />
        {count > 0 && <span className="frame-count">{count}</span>}
      </button>
    </li>
  );
}

function Thumbnail({ bitmap }: { readonly bitmap: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  return <canvas ref={canvas} width={bitmap.width} height={bitmap.height} />;
}

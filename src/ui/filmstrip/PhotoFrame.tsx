import { Check, ImageOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { PhotoEntry } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument } from '../kit/annotator.ts';

interface Props {
  readonly photo: PhotoEntry;
  readonly isShown: boolean;
}

export function PhotoFrame({ photo, isShown }: Props) {
  const annotator = useAnnotator();
  const count = useDocument((state) => state.objects[photo.id]?.length ?? 0);
  const isDone = useDocument((state) => state.done[photo.id] ?? false);
  const thumbnail = useStore(annotator.thumbnails.store, (all) => all.get(photo.id));
  const isBroken = thumbnail === 'broken';
  const words = [
    photo.name,
    t('objects.count', { count }),
    ...(isDone ? [t('filmstrip.done')] : []),
    ...(isBroken ? [t('filmstrip.broken')] : []),
  ].join(', ');
  return (
    <button
      type="button"
      className="frame"
      aria-current={isShown}
      aria-label={words}
      title={photo.folder === '' ? photo.name : `${photo.folder}/${photo.name}`}
      onClick={() => void annotator.showPhoto(photo.id)}
    >
      {isBroken && <ImageOff aria-hidden size={20} strokeWidth={1.5} />}
      {thumbnail && !isBroken && <Thumbnail bitmap={thumbnail} />}
      {isDone && (
        <span className="frame-done">
          <Check aria-hidden size={12} strokeWidth={3} />
        </span>
      )}
      {count > 0 && <span className="frame-count">{count}</span>}
    </button>
  );
}

function Thumbnail({ bitmap }: { readonly bitmap: ImageBitmap }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
  }, [bitmap]);
  return <canvas ref={canvas} width={bitmap.width} height={bitmap.height} />;
}

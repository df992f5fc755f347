import { useDocument, useView } from '../annotator.ts';
import { formatBytes, formatMegapixels } from '../format.ts';
import { Panel } from './Panel.tsx';
import { TagsField } from './TagsField.tsx';

export function PhotoPanel() {
  const photoId = useView((view) => view.photo?.id);
  const photo = useDocument((state) => state.photos.find(({ id }) => id === photoId));
  if (!photo) return null;
  const { width, height } = photo.size;
  return (
    <Panel title="Photo">
      <dl className="facts">
        <dt>Name</dt>
        <dd className="fact-name">{photo.name}</dd>
        <dt>Size</dt>
        <dd>
          {width} × {height} · {formatMegapixels(width, height)}
        </dd>
        <dt>File</dt>
        <dd>
          {photo.format.toUpperCase()} · {formatBytes(photo.file.size)}
        </dd>
      </dl>
      <TagsField key={photo.id} photoId={photo.id} />
    </Panel>
  );
}

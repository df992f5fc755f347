import { isDone } from '../../app/state/questions.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { formatBytes, formatMegapixels } from '../kit/format.ts';
import { Panel } from '../kit/Panel.tsx';
import { ReportSection } from './ReportSection.tsx';
import { TagsField } from './TagsField.tsx';

function PhotoActions({ photoId }: { readonly photoId: string }) {
  const annotator = useAnnotator();
  const keys = useKeyWords('finishPhoto');
  const done = useDocument((state) => isDone(state, photoId));
  return (
    <div className="photo-actions">
      <label className="mask-check">
        <input
          type="checkbox"
          checked={done}
          onChange={({ target }) => annotator.setDone([photoId], target.checked)}
        />
        <span>
          {t('photoPanel.done')} {keys && <small>{t('photoPanel.doneKeys', { keys })}</small>}
        </span>
      </label>
      <button
        type="button"
        className="button quiet"
        onClick={() => void annotator.removePhotos([photoId])}
      >
        {t('photoPanel.remove')}
      </button>
    </div>
  );
}

export function PhotoPanel() {
  const photoId = useView((view) => view.photo?.id);
  const photo = useDocument((state) => state.photos.find(({ id }) => id === photoId));
  if (!photo) return null;
  const { width, height } = photo.size;
  return (
    <Panel title={t('photoPanel.title')}>
      <dl className="facts">
        <dt>{t('photoPanel.name')}</dt>
        <dd className="fact-name">{photo.name}</dd>
        {photo.folder !== '' && (
          <>
            <dt>{t('photoPanel.folder')}</dt>
            <dd className="fact-name">{photo.folder}</dd>
          </>
        )}
        <dt>{t('photoPanel.size')}</dt>
        <dd>
          {width} × {height} · {formatMegapixels(width, height)}
        </dd>
        <dt>{t('photoPanel.file')}</dt>
        <dd>
          {photo.format.toUpperCase()} · {formatBytes(photo.bytes)}
        </dd>
      </dl>
      <ReportSection />
      <PhotoActions photoId={photo.id} />
      <TagsField key={photo.id} photoId={photo.id} />
    </Panel>
  );
}

import { CircleCheck, CloudDownload, CloudOff } from 'lucide-react';
import { t } from '../../words/words.ts';
import { useAnnotator, useOffline } from '../kit/annotator.ts';
import { offlineWords } from './offline-words.ts';

const ICONS = {
  unknown: CloudDownload,
  keeping: CloudDownload,
  ready: CircleCheck,
  failed: CloudOff,
  'saves-data': CloudOff,
  impossible: CloudOff,
} as const;

/** Whether the app works without a network, and if not, why. */
export function OfflineUse() {
  const annotator = useAnnotator();
  const use = useOffline((status) => status.use);
  const words = use.kind === 'saves-data' ? t('offlineWaits.savesData') : offlineWords(use);
  if (words === null) return null;
  const Icon = ICONS[use.kind];
  const share = use.kind === 'keeping' && use.totalBytes > 0 ? use.keptBytes / use.totalBytes : 0;
  return (
    <section className={`offline-use ${use.kind}`} aria-label={t('offlineUse.title')}>
      <Icon aria-hidden size={16} strokeWidth={1.75} />
      <p>{words}</p>
      {use.kind === 'keeping' && (
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${share * 100}%` }} />
        </span>
      )}
      {(use.kind === 'failed' || use.kind === 'saves-data') && (
        <button type="button" className="button quiet" onClick={() => void annotator.keepOffline()}>
          {use.kind === 'failed' ? t('offlineUse.again') : t('offlineWaits.keepNow')}
        </button>
      )}
    </section>
  );
}

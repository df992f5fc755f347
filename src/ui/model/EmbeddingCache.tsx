import { DISK_LIMITS } from '../../app/state/settings.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useEngine, useView } from '../kit/annotator.ts';
import { formatBytes } from '../kit/format.ts';

/** What the encoder has said and is kept, in memory and on disk. */
export function EmbeddingCache() {
  const annotator = useAnnotator();
  const memory = useEngine((status) => status.cache);
  const { disk } = memory;
  return (
    <section className="cache" aria-label={t('modelPanel.embeddings.title')}>
      <div className="cache-line">
        <span>
          {t('modelPanel.embeddings.inMemory', {
            count: memory.count,
            size: formatBytes(memory.bytes),
          })}
        </span>
        <button
          type="button"
          className="button quiet"
          disabled={memory.count === 0 && disk.count === 0}
          title={t('modelPanel.embeddings.clearTip')}
          onClick={() => void annotator.clearCache()}
        >
          {t('modelPanel.embeddings.clear')}
        </button>
      </div>
      <Meter {...memory} />
      <DiskLine />
      <DiskLimit />
    </section>
  );
}

function DiskLine() {
  const disk = useEngine((status) => status.cache.disk);
  return (
    <>
      {disk.trouble !== 'no-storage' && (
        <>
          <span className="cache-disk">
            {t('modelPanel.embeddings.onDisk', {
              count: disk.count,
              size: formatBytes(disk.bytes),
            })}
          </span>
          <Meter {...disk} />
        </>
      )}
      {disk.trouble && <p className="hint">{t(`modelPanel.diskTrouble.${disk.trouble}`)}</p>}
    </>
  );
}

function DiskLimit() {
  const annotator = useAnnotator();
  const limit = useView((view) => view.diskLimit);
  const hasDisk = useEngine((status) => status.cache.disk.trouble !== 'no-storage');
  if (!hasDisk) return null;
  return (
    <label className="field">
      <span>{t('modelPanel.embeddings.keep')}</span>
      <select
        value={limit}
        onChange={({ target }) => void annotator.setDiskLimit(Number(target.value))}
      >
        {DISK_LIMITS.map((bytes) => (
          <option key={bytes} value={bytes}>
            {bytes === 0
              ? t('modelPanel.embeddings.keepNothing')
              : t('modelPanel.embeddings.keepUpTo', { size: formatBytes(bytes) })}
          </option>
        ))}
      </select>
    </label>
  );
}

function Meter({ bytes, limitBytes }: { readonly bytes: number; readonly limitBytes: number }) {
  return (
    <span className="bar" aria-hidden="true">
      <span style={{ inlineSize: `${limitBytes > 0 ? (bytes / limitBytes) * 100 : 0}%` }} />
    </span>
  );
}

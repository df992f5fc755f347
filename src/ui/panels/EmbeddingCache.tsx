import { DISK_LIMITS } from '../../app/settings.ts';
import { diskTroubleWords } from '../ahead-words.ts';
import { useAnnotator, useEngine, useView } from '../annotator.ts';
import { formatBytes } from '../format.ts';

/** What the encoder has said and is kept, in memory and on disk. */
export function EmbeddingCache() {
  const annotator = useAnnotator();
  const memory = useEngine((status) => status.cache);
  const { disk } = memory;
  return (
    <section className="cache" aria-label="Embeddings">
      <div className="cache-line">
        <span>
          Embeddings in memory: {photosWords(memory.count)}, {formatBytes(memory.bytes)}
        </span>
        <button
          type="button"
          className="button quiet"
          disabled={memory.count === 0 && disk.count === 0}
          title="Empties memory and disk, but for the photo in hand. Your work stays."
          onClick={() => void annotator.clearCache()}
        >
          Clear
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
            On disk: {photosWords(disk.count)}, {formatBytes(disk.bytes)}
          </span>
          <Meter {...disk} />
        </>
      )}
      {disk.trouble && <p className="hint">{diskTroubleWords(disk.trouble)}</p>}
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
      <span>Keep</span>
      <select
        value={limit}
        onChange={({ target }) => void annotator.setDiskLimit(Number(target.value))}
      >
        {DISK_LIMITS.map((bytes) => (
          <option key={bytes} value={bytes}>
            {bytes === 0 ? 'Nothing on disk' : `Up to ${formatBytes(bytes)} on disk`}
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

function photosWords(count: number): string {
  return count === 1 ? '1 photo' : `${count} photos`;
}

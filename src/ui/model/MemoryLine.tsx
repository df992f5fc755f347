import { useStore } from 'zustand';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';
import { formatBytes } from '../kit/format.ts';

/** What the app holds in memory, and what it may. */
export function MemoryLine() {
  const { photo, thumbnails, budget, ...held } = useStore(useAnnotator().memory);
  const masks = held.masks + held.history;
  const embeddings = held.embeddings + held.working;
  const parts = {
    photo: formatBytes(photo),
    masks: formatBytes(masks),
    embeddings: formatBytes(embeddings),
    thumbnails: formatBytes(thumbnails),
  };
  const used = formatBytes(photo + masks + embeddings + thumbnails);
  return (
    <p className="memory-line" title={t('room.parts', parts)}>
      {t('room.memory', { used, budget: formatBytes(budget) })}
    </p>
  );
}

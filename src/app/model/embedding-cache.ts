import type { DiskTrouble } from '../../engine/protocol.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { notify } from '../state/notices.ts';

export interface EmbeddingCacheVerbs {
  /** Embeddings in memory and on disk; nothing that the person has made. */
  clearCache(): Promise<void>;
  /** One of `DISK_LIMITS`, in bytes; 0: embeddings are kept in memory only. */
  setDiskLimit(bytes: number): Promise<void>;
}

/** A private window is what the person has chosen: no notice, the panel says it. */
const NOTICES = {
  'no-storage': null,
  full: 'encoding.diskFull',
  failed: 'encoding.diskFailed',
} as const satisfies Record<DiskTrouble, string | null>;

/** How much of what the encoder has said is kept, and for how long. */
export function createEmbeddingCache({ view, engine }: Context): EmbeddingCacheVerbs {
  const told = new Set<DiskTrouble>();
  engine.status.subscribe(({ cache: { disk } }) => {
    if (disk.trouble === null || told.has(disk.trouble)) return;
    told.add(disk.trouble);
    const key = NOTICES[disk.trouble];
    if (key) notify(view, 'info', t(key));
  });
  void engine.limitDisk(view.getState().diskLimit);

  return {
    clearCache: () => engine.clearCache(),
    setDiskLimit(diskLimit) {
      view.setState({ diskLimit });
      return engine.limitDisk(diskLimit);
    },
  };
}

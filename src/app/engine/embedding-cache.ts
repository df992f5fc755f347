import type { DiskTrouble } from '../../engine/protocol.ts';
import type { Annotator } from '../annotator.ts';
import type { Context } from '../context.ts';
import { notify } from '../notices.ts';

type EmbeddingCacheVerbs = Pick<Annotator, 'clearCache' | 'setDiskLimit'>;

/** A private window is what the person has chosen: no notice, the panel says it. */
const NOTICES: Readonly<Record<DiskTrouble, string | null>> = {
  'no-storage': null,
  full: 'There is no room on the disk for more embeddings: they are kept in memory, as long as the page is open.',
  failed:
    'The browser can’t keep embeddings on the disk: they are kept in memory, as long as the page is open.',
};

/** How much of what the encoder has said is kept, and for how long. */
export function createEmbeddingCache(
  { view, engine }: Context,
  save: () => void,
): EmbeddingCacheVerbs {
  const told = new Set<DiskTrouble>();
  engine.status.subscribe(({ cache: { disk } }) => {
    if (disk.trouble === null || told.has(disk.trouble)) return;
    told.add(disk.trouble);
    const words = NOTICES[disk.trouble];
    if (words) notify(view, 'info', words);
  });
  void engine.limitDisk(view.getState().diskLimit);

  return {
    clearCache: () => engine.clearCache(),
    setDiskLimit(diskLimit) {
      view.setState({ diskLimit });
      save();
      return engine.limitDisk(diskLimit);
    },
  };
}

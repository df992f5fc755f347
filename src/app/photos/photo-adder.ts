import type { Document } from '../../document/document.ts';
import type { PhotoEntry } from '../../document/types.ts';
import type { PhotoFacts } from '../../photo/protocol.ts';
import type { ChosenPhoto } from './chosen.ts';

/** Puts photos at the end of the project, some at a time, so thousands don't redraw it thousands of times. */
interface PhotoAdder {
  /** False: the project has it already. */
  add(facts: PhotoFacts, chosen: ChosenPhoto): boolean;
  /** What waits is added now. */
  flush(): void;
  /** One that turned out not to be readable goes again. */
  takeBack(photoId: string): void;
}

const FLUSH_MILLISECONDS = 200;

export function createPhotoAdder(document: Document): PhotoAdder {
  const known = new Set(document.state.getState().photos.map(({ id }) => id));
  let waiting: PhotoEntry[] = [];
  let flushedAt = performance.now();

  function flush(): void {
    flushedAt = performance.now();
    if (waiting.length === 0) return;
    const { photos } = document.state.getState();
    // Another opening, at the same time, may have brought the same file.
    const there = new Set(photos.map(({ id }) => id));
    const added = waiting.filter(({ id }) => !there.has(id));
    const placed = added.map((photo, i) => ({ photo, index: photos.length + i }));
    waiting = [];
    if (placed.length > 0) document.applyUnrecorded({ kind: 'add-photos', placed });
  }

  return {
    flush,
    add({ id, size, format }, { file, name, folder }) {
      if (known.has(id)) return false;
      known.add(id);
      waiting.push({ id, name, folder, size, format, bytes: file.size });
      if (performance.now() - flushedAt > FLUSH_MILLISECONDS) flush();
      return true;
    },
    takeBack(photoId) {
      const { photos } = document.state.getState();
      const index = photos.findIndex(({ id }) => id === photoId);
      const photo = photos[index];
      if (photo) document.applyUnrecorded({ kind: 'remove-photos', placed: [{ photo, index }] });
    },
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Held, limitsWithin, memoryBudget } from './budget.ts';

const MEBIBYTE = 2 ** 20;
const BUDGET = 512 * MEBIBYTE;

/** Sizes in MiB. */
function held(parts: Partial<Held>): Held {
  const nothing: Held = {
    photo: 0,
    finer: 0,
    masks: 0,
    history: 0,
    thumbnails: 0,
    seenThumbnails: 0,
    embeddings: 0,
    shownEmbedding: 0,
    working: 0,
  };
  const bytes = Object.entries(parts).map(([part, size]) => [part, size * MEBIBYTE]);
  return { ...nothing, ...Object.fromEntries(bytes) };
}

function limits(parts: Partial<Held>, areEmbeddingsOnDisk = true) {
  const found = limitsWithin(BUDGET, held(parts), areEmbeddingsOnDisk);
  const { history, finer, thumbnails, embeddings } = found;
  return [history, finer, thumbnails, embeddings].map((bytes) => bytes / MEBIBYTE);
}

describe('the budget', () => {
  it('is an eighth of the device’s memory, within bounds', () => {
    const sizes = [0.25, 1, 2, 4, 8, 32].map((size) => memoryBudget(size) / MEBIBYTE);
    expect(sizes).toEqual([256, 256, 256, 512, 1024, 1024]);
  });
});

describe('what each part may hold', () => {
  it('is plenty with a usual photo', () => {
    expect(limits({ photo: 64, finer: 48, embeddings: 20, shownEmbedding: 10 })).toEqual([
      256, 486, 16, 18,
    ]);
  });

  it('is all that is left for embeddings that can’t be kept on disk', () => {
    expect(limits({ photo: 64, finer: 48, shownEmbedding: 10 }, false)).toEqual([
      256, 486, 16, 448,
    ]);
  });

  it('shrinks in order: other photos’ embeddings, thumbnails, fine levels, history', () => {
    const shown = { shownEmbedding: 10, seenThumbnails: 2, thumbnails: 10 };
    expect(limits({ ...shown, photo: 510, finer: 470 })).toEqual([256, 460, 2, 10]);
    expect(limits({ ...shown, photo: 490, finer: 450 })).toEqual([256, 460, 12, 12]);
    expect(limits({ ...shown, photo: 490, finer: 450, history: 100 })).toEqual([256, 360, 2, 10]);
    // Zoomed in on a huge photo: the history has its share all the same.
    expect(limits({ ...shown, photo: 530, history: 300 })).toEqual([128, 0, 2, 10]);
  });

  it('keeps everything within the budget where what can’t go leaves room', () => {
    const size = fc.integer({ min: 0, max: 200 });
    const parts = fc.record({
      photo: size,
      finer: size,
      masks: size,
      history: size,
      thumbnails: size,
      seenThumbnails: size,
      embeddings: size,
      shownEmbedding: size,
      working: size,
    });
    fc.assert(
      fc.property(parts, fc.boolean(), (sizes, areOnDisk) => {
        const photo = sizes.photo + sizes.finer;
        const thumbnails = sizes.thumbnails + sizes.seenThumbnails;
        const embeddings = sizes.embeddings + sizes.shownEmbedding;
        const all = held({ ...sizes, photo, thumbnails, embeddings });
        const found = limitsWithin(BUDGET, all, areOnDisk);
        const fixed = all.photo - all.finer + all.masks + all.working;
        const history = Math.min(all.history, found.history);
        const can =
          history +
          Math.min(all.finer, found.finer) +
          Math.min(all.thumbnails, found.thumbnails) +
          Math.min(all.embeddings, found.embeddings);
        const least = fixed + all.seenThumbnails + all.shownEmbedding + history;
        expect(fixed + can).toBeLessThanOrEqual(Math.max(BUDGET, least));
      }),
    );
  });
});

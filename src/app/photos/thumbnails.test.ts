import { describe, expect, it } from 'vitest';
import type { ThumbnailResult } from '../../photo/protocol.ts';
import { projectsInMemory, settle } from '../testing/world.ts';
import { createThumbnails } from './thumbnails.ts';

interface Bitmap extends ImageBitmap {
  isClosed: boolean;
}

/** A real one needs a browser. */
function bitmap(): Bitmap {
  const one = { isClosed: false, close: () => Object.assign(one, { isClosed: true }) };
  return one as unknown as Bitmap;
}

function setUp() {
  const { files } = projectsInMemory();
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const thumbnails = createThumbnails(files, {
    async thumbnail(file): Promise<ThumbnailResult> {
      const id = await file.text();
      asked.push(id);
      await new Promise<void>((resolve) => answers.push(resolve));
      if (id === 'bad') return { ok: false, problem: { kind: 'empty' } };
      return { ok: true, thumbnail: bitmap() };
    },
  });
  for (const id of ['a', 'b', 'c', 'bad']) {
    files.put(id, { file: new Blob([id]), handle: null, directory: null });
  }
  const answer = async () => {
    await settle();
    answers.shift()?.();
    await settle();
  };
  return { thumbnails, asked, answer };
}

describe('thumbnails', () => {
  it('are made one after the other for what is seen; what scrolled away is not made', async () => {
    const { thumbnails, asked, answer } = setUp();
    thumbnails.want(['a', 'b']);
    await settle();
    thumbnails.want(['c']);
    await answer();
    await answer();
    expect(asked).toEqual(['a', 'c']);
    expect([...thumbnails.store.getState().keys()]).toEqual(['a', 'c']);
  });

  it('say so where a file can’t be shown, or is not there', async () => {
    const { thumbnails, answer } = setUp();
    thumbnails.want(['bad', 'unknown']);
    await answer();
    expect([...thumbnails.store.getState().values()]).toEqual(['broken', 'broken']);
  });

  it('are kept up to a number, those that are seen longest', async () => {
    const { thumbnails } = setUp();
    const seen = bitmap();
    thumbnails.want(['seen']);
    thumbnails.put('seen', seen);
    const first = bitmap();
    thumbnails.put('first', first);
    for (let i = 0; i < 600; i++) thumbnails.put(`${i}`, bitmap());
    const kept = thumbnails.store.getState();
    expect(kept.size).toBe(600);
    expect(kept.get('seen')).toBe(seen);
    expect([seen.isClosed, first.isClosed]).toEqual([false, true]);
  });
});

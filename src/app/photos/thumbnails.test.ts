import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PhotoThumbnail, ThumbnailResult } from '../../photo/protocol.ts';
import { plainReport } from '../testing/plain-photos.ts';
import { projectsInMemory, settle } from '../testing/world.ts';
import { createThumbnails } from './thumbnails.ts';

const BITMAP_BYTES = 4 * 2 * 4;

interface Bitmap extends ImageBitmap {
  isClosed: boolean;
}

/** A real one needs a browser. */
function bitmap(): Bitmap {
  const one = { width: 4, height: 2, isClosed: false };
  return Object.assign(one, { close: () => Object.assign(one, { isClosed: true }) });
}

function made(one: Bitmap = bitmap()): PhotoThumbnail {
  return { bitmap: one, file: new Blob(['jpeg']), report: plainReport };
}

function setUp(onDisk: Readonly<Record<string, Blob>> = {}) {
  const { files } = projectsInMemory();
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const kept = new Map(Object.entries(onDisk));
  const background = {
    async thumbnail(file: Blob): Promise<ThumbnailResult> {
      const id = await file.text();
      asked.push(id);
      await new Promise<void>((resolve) => answers.push(resolve));
      if (id === 'bad') return { ok: false, problem: { kind: 'empty' } };
      return { ok: true, thumbnail: made() };
    },
  };
  const measured: string[] = [];
  const thumbnails = createThumbnails({
    files,
    reports: { take: (id) => measured.push(id) },
    background,
    kept: {
      read: async (id) => kept.get(id) ?? null,
      async write(id, picture) {
        kept.set(id, picture);
      },
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
  return { thumbnails, asked, answer, kept, measured };
}

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', async (file: Blob) => {
    if ((await file.text()) !== 'jpeg') throw new DOMException('damaged', 'InvalidStateError');
    return bitmap();
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('thumbnails', () => {
  it('are made one after the other for what is seen; what scrolled away is not made', async () => {
    const { thumbnails, asked, answer } = setUp();
    thumbnails.want(['a', 'b']);
    await settle();
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
    await answer();
    expect([...thumbnails.store.getState().values()]).toEqual(['broken', 'broken']);
  });

  it('go beyond a number of bytes, the oldest first, but for those that are seen', () => {
    const { thumbnails } = setUp();
    const [seen, first, second] = [bitmap(), bitmap(), bitmap()];
    thumbnails.want(['seen']);
    thumbnails.limitTo(2.5 * BITMAP_BYTES);
    for (const [i, one] of [seen, first, second].entries()) thumbnails.take(`${i}`, made(one));
    expect([seen, first, second].map(({ isClosed }) => isClosed)).toEqual([true, false, false]);
    thumbnails.take('seen', made());
    expect([...thumbnails.store.getState().keys()]).toEqual(['2', 'seen']);
    thumbnails.limitTo(0);
    expect([...thumbnails.store.getState().keys()]).toEqual(['seen']);
    expect(thumbnails.use()).toEqual({ bytes: BITMAP_BYTES, seenBytes: BITMAP_BYTES });
  });

  it('of earlier visits are shown before any is made, and no photo is read for them', async () => {
    const jpeg = new Blob(['jpeg']);
    const { thumbnails, asked, answer, kept } = setUp({ b: jpeg, c: jpeg });
    thumbnails.want(['a', 'b', 'c']);
    await answer();
    await answer();
    expect([...thumbnails.store.getState().keys()]).toEqual(['b', 'c', 'a']);
    expect(asked).toEqual(['a']);
    // The next visit finds all of them.
    expect([...kept.keys()]).toEqual(['b', 'c', 'a']);
  });

  it('are made for the disk too, without being in memory, and whatever is decoded is measured', async () => {
    const { thumbnails, answer, kept, measured } = setUp();
    const prepared = thumbnails.prepare('a');
    await answer();
    expect(await prepared).toBe(true);
    expect(thumbnails.store.getState().size).toBe(0);
    expect([...kept.keys()]).toEqual(['a']);
    const broken = thumbnails.prepare('bad');
    await answer();
    expect(await broken).toBe(false);
    thumbnails.want(['b']);
    await answer();
    expect(measured).toEqual(['a', 'b']);
  });

  it('that are damaged on the disk are made again', async () => {
    const { thumbnails, asked, answer, kept } = setUp({ a: new Blob(['dust']) });
    thumbnails.want(['a']);
    await answer();
    await answer();
    expect(asked).toEqual(['a']);
    expect(await kept.get('a')?.text()).toBe('jpeg');
  });
});

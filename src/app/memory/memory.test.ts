import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createDocument } from '../../document/document.ts';
import { object } from '../../document/testing/arbitrary.ts';
import { type Context, createView } from '../state/context.ts';
import { createMemory } from './memory.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const MEBIBYTE = 2 ** 20;
const DISK = { count: 0, bytes: 0, limitBytes: 1, trouble: null };

function setUp() {
  const cache = { count: 4, bytes: 40 * MEBIBYTE, limitBytes: 0, working: MEBIBYTE, disk: DISK };
  const engine = { status: createStore(() => ({ cache })), limitMemory: vi.fn() };
  const thumbnails = {
    store: createStore(() => new Map()),
    use: () => ({ bytes: 500, seenBytes: 300 }),
    limitTo: vi.fn(),
  };
  const document = createDocument();
  const view = createView();
  const context = { document, view, engine, thumbnails } as unknown as Context;
  const { memory } = createMemory(context);
  const keep = (id: string) =>
    document.commit({
      name: 'keep object',
      photoId: 'a',
      changes: [{ kind: 'add-object', photoId: 'a', object: object(id), index: 0 }],
    });
  return { memory, keep, document, engine, thumbnails, view };
}

test('all that is in memory is weighed a moment after a change, once for many', () => {
  const { memory, keep, document, engine } = setUp();
  keep('one');
  keep('two');
  expect(memory.getState()).toMatchObject({ masks: 0, history: 0 });
  vi.advanceTimersByTime(1000);
  const runs = object('one').mask.runs.byteLength;
  const history = document.history.getState().done.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(memory.getState()).toMatchObject({
    budget: 512 * MEBIBYTE,
    masks: 2 * runs,
    history,
    thumbnails: 500,
    embeddings: 40 * MEBIBYTE,
    shownEmbedding: 10 * MEBIBYTE,
    working: MEBIBYTE,
  });
  expect(engine.limitMemory).toHaveBeenCalledTimes(1);
  expect(engine.limitMemory).toHaveBeenCalledWith(18 * MEBIBYTE);
});

test('nothing is weighed while nothing changes, nor for what the engine says again', () => {
  const { engine, view } = setUp();
  engine.status.setState({ cache: { ...engine.status.getState().cache } });
  view.setState({ pointer: { x: 1, y: 2 } });
  vi.advanceTimersByTime(5000);
  expect(engine.limitMemory).not.toHaveBeenCalled();
});

test('on a small device a large photo leaves the rest what it needs and no more', () => {
  vi.stubGlobal('navigator', { deviceMemory: 1 });
  const { view, document, keep, engine, thumbnails, memory } = setUp();
  const size = { width: 8192, height: 8192 };
  view.setState({
    photo: { id: 'a', levels: [{ size, tiles: [{ x: 0, y: 0, bitmap: tile() }] }] },
  });
  const limitHistory = vi.spyOn(document, 'limitHistory');
  keep('one');
  vi.advanceTimersByTime(1000);
  expect(memory.getState()).toMatchObject({ budget: 256 * MEBIBYTE, photo: 256 * MEBIBYTE });
  expect(limitHistory).toHaveBeenCalledWith(64 * MEBIBYTE);
  expect(thumbnails.limitTo).toHaveBeenCalledWith(300);
  expect(engine.limitMemory).toHaveBeenCalledWith(10 * MEBIBYTE);
});

function tile(): ImageBitmap {
  return { width: 8192, height: 8192, close: () => {} };
}

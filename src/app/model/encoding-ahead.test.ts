import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DiskUse, EngineProblem } from '../../engine/protocol.ts';
import { file, settle, setUp, type World } from '../testing/world.ts';
import { millisecondsLeft } from './ahead-state.ts';

const PHOTOS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const ENTRY = 5e6;

describe('encoding ahead', () => {
  let world: World;

  const state = () => world.annotator.ahead.getState();
  const asked = () => world.ahead.encodes.map(({ photoId }) => photoId);

  /** As the engine does: what is encoded is on disk, and the status says so. */
  async function finish(trouble: DiskUse['trouble'] = null): Promise<void> {
    const { ahead, engine } = world;
    const encode = ahead.encodes.shift();
    if (!encode) throw new Error('nothing is being encoded');
    if (!trouble) ahead.onDisk.add(encode.photoId);
    const count = ahead.onDisk.size;
    const disk = { count, bytes: count * ENTRY, limitBytes: 2e9, trouble };
    const cache = { ...engine.status.getState().cache, disk };
    engine.status.setState({ cache });
    encode.answer({
      ok: true,
      value: { ran: true, kinds: ['robust'], milliseconds: 1, steps: null, cache },
    });
    await settle();
  }

  async function fail(problem: EngineProblem): Promise<void> {
    world.ahead.encodes.shift()?.answer({ ok: false, problem });
    await settle();
  }

  /** Finishes what is asked for until nothing more is; returns the photos in their order. */
  async function finishAll(): Promise<string[]> {
    const finished: string[] = [];
    while (world.ahead.encodes.length > 0) {
      finished.push(...asked());
      await finish();
    }
    return finished;
  }

  /** The shown one is encoded by the engine itself, and kept. */
  async function show(photoId: string): Promise<void> {
    void world.annotator.showPhoto(photoId);
    await settle();
    world.ahead.onDisk.add(photoId);
    await settle();
  }

  beforeEach(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
    void world.annotator.openFiles(PHOTOS.map(file));
    await vi.waitFor(() => expect(world.annotator.view.getState().opening).toBeNull());
    world.ahead.onDisk.add('a');
    await settle();
  });

  afterEach(() => vi.unstubAllGlobals());

  it('takes the next three photos, one at a time, and no more', async () => {
    expect(asked()).toEqual(['b']);
    expect(state()).toMatchObject({ step: 'encoding', current: 'b', scope: 'near', waiting: 3 });
    expect(await finishAll()).toEqual(['b', 'c', 'd']);
    expect(state()).toMatchObject({ step: 'idle', current: null, done: 3, waiting: 0 });
  });

  it('measures a photo once: what it finds is the report, and what is known is asked no more', async () => {
    await finishAll();
    expect(world.measured).toEqual(['b', 'c', 'd']);
    const { view } = world.annotator;
    await vi.waitFor(() => expect(view.getState().reports.has('d')).toBe(true));
    world.ahead.onDisk.delete('c');
    await show('b');
    expect(await finishAll()).toContain('c');
    expect(world.measured.filter((id) => id === 'c')).toEqual(['c']);
  });

  it('goes where the person goes, ahead first, then one behind', async () => {
    await finishAll();
    world.ahead.onDisk.delete('d');
    await show('e');
    expect(await finishAll()).toEqual(['f', 'g', 'd']);
  });

  it('follows the order of the listing', async () => {
    await finishAll();
    await show('e');
    await finishAll();
    world.ahead.onDisk.clear();
    world.annotator.setListing({ text: 'c' });
    await show('c');
    // The shown one alone is listed: nothing lies ahead of it.
    expect(asked()).toEqual([]);
  });

  it('skips what is on disk already: that is how it goes on after a reload', async () => {
    await finishAll();
    world.ahead.onDisk.add('f');
    world.annotator.encodeAll();
    await settle();
    expect(state()).toMatchObject({ scope: 'all', done: 5, waiting: 2 });
    expect(await finishAll()).toEqual(['e', 'g']);
    expect(state()).toMatchObject({ scope: 'near', step: 'idle', waiting: 0 });
    expect(world.annotator.view.getState().notices.map(({ text }) => text)).toEqual([
      'All photos are encoded: 7.',
    ]);
  });

  it('pauses after the photo under way, also for the next visit, and goes on', async () => {
    world.annotator.encodeAll();
    await settle();
    world.annotator.pauseAhead();
    await finish();
    expect(asked()).toEqual([]);
    expect(state()).toMatchObject({ isPaused: true, step: 'idle', scope: 'all' });
    expect(world.annotator.view.getState().encodesAhead).toBe(false);
    world.annotator.resumeAhead();
    await settle();
    expect(await finishAll()).toEqual(['c', 'd', 'e', 'f', 'g']);
  });

  it('is called off back to the next photos', async () => {
    await finishAll();
    world.annotator.encodeAll();
    await settle();
    expect(asked()).toEqual(['e']);
    world.annotator.cancelAhead();
    await finish();
    expect(asked()).toEqual([]);
    expect(state()).toMatchObject({ scope: 'near', step: 'idle' });
  });

  it('skips and notes a photo that can’t be read', async () => {
    // Its header was read, its pixels can't be.
    world.unreadable.add('c');
    expect(await finishAll()).toEqual(['b', 'd']);
    expect(state().failed).toEqual(['c']);
    world.annotator.encodeAll();
    await settle();
    expect(await finishAll()).toEqual(['e', 'f', 'g']);
    expect(world.annotator.view.getState().notices.map(({ text }) => text)).toEqual([
      'All photos are encoded: 6. 1 can’t be read.',
    ]);
  });

  it('stops when no more embeddings fit, instead of pushing out its own', async () => {
    await finish();
    world.engine.status.setState(({ cache }) => ({
      cache: { ...cache, disk: { ...cache.disk, limitBytes: 2.5 * ENTRY } },
    }));
    world.annotator.encodeAll();
    await settle();
    await fail({ kind: 'cancelled' });
    expect(state()).toMatchObject({ stopped: 'full', step: 'idle', scope: 'all' });
    expect(asked()).toEqual([]);
    world.engine.status.setState(({ cache }) => ({
      cache: { ...cache, disk: { ...cache.disk, limitBytes: 2e9 } },
    }));
    void world.annotator.setDiskLimit(5e9);
    await settle();
    expect(state().stopped).toBeNull();
    expect(await finishAll()).toEqual(['c', 'd', 'e', 'f', 'g']);
  });

  it('stops when the disk takes nothing, or the model won’t run a second time', async () => {
    await finish('full');
    expect(state()).toMatchObject({ stopped: 'full', step: 'idle' });
    world.annotator.resumeAhead();
    await settle();
    await fail({ kind: 'out-of-memory' });
    expect(state()).toMatchObject({ stopped: 'engine', step: 'idle' });
    expect(asked()).toEqual([]);
  });

  it('never writes the same photo for ever', async () => {
    world.ahead.onDisk.delete('b');
    const { engine, ahead } = world;
    const { cache } = engine.status.getState();
    ahead.encodes.shift()?.answer({
      ok: true,
      value: { ran: true, kinds: ['robust'], milliseconds: 1, steps: null, cache },
    });
    await settle();
    expect(state()).toMatchObject({ stopped: 'failed', step: 'idle' });
  });

  it('tries again with another backend', async () => {
    await fail({ kind: 'cancelled' });
    expect(asked()).toEqual(['b']);
  });

  it('says how long it will take once it knows', async () => {
    expect(millisecondsLeft(state(), performance.now())).toBeNull();
    await finish();
    const { waiting, millisecondsEach } = state();
    expect(waiting).toBe(2);
    const left = millisecondsLeft({ ...state(), startedAt: 100 }, 100);
    expect(left).toBeCloseTo(2 * (millisecondsEach ?? Number.NaN));
    expect(millisecondsLeft({ ...state(), startedAt: 100 }, 1e9)).toBeCloseTo(
      millisecondsEach ?? Number.NaN,
    );
  });

  it('does nothing where embeddings are not kept on disk', async () => {
    await finishAll();
    await world.annotator.setDiskLimit(0);
    await show('e');
    expect(asked()).toEqual([]);
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decoded, file, openPhoto, settle, setUp, type World } from '../testing/world.ts';

describe('the photos of a project', () => {
  let world: World;

  beforeEach(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
    const { annotator, encodes } = world;
    void annotator.openFiles(['a', 'b', 'c'].map(file));
    await vi.waitFor(() => expect(annotator.view.getState().opening).toBeNull());
    encodes[0]?.();
  });

  const shown = () => world.annotator.view.getState().photo?.id ?? null;
  const ids = () => world.annotator.document.getState().photos.map(({ id }) => id);
  const done = () => ids().filter((id) => world.annotator.document.getState().done[id]);

  /** Answers the encode, without which a verb that shows a photo doesn't end. */
  async function through(act: () => Promise<void>): Promise<void> {
    const ended = act();
    await settle();
    for (const encode of world.encodes) encode();
    await ended;
  }

  it('are stepped through as they are listed; the ends don’t wrap', async () => {
    const { annotator } = world;
    await through(() => annotator.stepPhoto(1));
    expect(shown()).toBe('b');
    annotator.setListing({ text: 'c.png' });
    await through(() => annotator.stepPhoto(1));
    expect(shown()).toBe('c');
    await through(() => annotator.stepPhoto(1));
    expect(shown()).toBe('c');
  });

  it('are stepped through as often as is asked, however fast', async () => {
    const { annotator } = world;
    await through(async () => {
      void annotator.stepPhoto(1);
      await annotator.stepPhoto(1);
    });
    expect(shown()).toBe('c');
    await through(async () => {
      void annotator.stepPhoto(-1);
      void annotator.stepPhoto(-1);
      await annotator.stepPhoto(-1);
    });
    expect(shown()).toBe('a');
    await through(async () => {
      void annotator.stepPhoto(1);
      await annotator.stepPhoto(-1);
    });
    expect([shown(), annotator.view.getState().opening]).toEqual(['a', null]);
  });

  it('are marked done in one undo step, and the next that is not done comes up', async () => {
    const { annotator } = world;
    annotator.setDone(['b'], true);
    await through(() => annotator.finishPhoto());
    expect([done(), shown()]).toEqual([['a', 'b'], 'c']);
    await through(() => annotator.undo());
    expect([done(), shown()]).toEqual([['b'], 'a']);
  });

  it('are removed with what was labelled on them, and come back with it', async () => {
    const { annotator, decodes } = world;
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    await settle();
    decodes[0]?.answer(decoded(3));
    await settle();
    await annotator.keep();
    await through(() => annotator.removePhotos(['a', 'c']));
    expect([ids(), shown()]).toEqual([['b'], 'b']);
    await through(() => annotator.removePhotos(['b']));
    expect([ids(), shown()]).toEqual([[], null]);
    await through(() => annotator.undo());
    await through(() => annotator.undo());
    expect([ids(), shown()]).toEqual([['a', 'b', 'c'], 'a']);
    expect(annotator.document.getState().objects.a).toHaveLength(1);
  });

  it('are there once, however often their file is opened', async () => {
    await openPhoto(world, 'b');
    expect([ids(), shown()]).toEqual([['a', 'b', 'c'], 'b']);
  });
});

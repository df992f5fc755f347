import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decoded, file, settle, setUp, type World } from '../testing/world.ts';

describe('objects of the previous photo', () => {
  let world: World;

  beforeEach(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
    const { annotator, encodes, decodes } = world;
    void annotator.openFiles(['a', 'b'].map(file));
    await vi.waitFor(() => expect(annotator.view.getState().opening).toBeNull());
    encodes[0]?.();
    await settle();
    annotator.chooseClassNamed('cat');
    for (const foreground of [3, 2]) {
      void annotator.addPoint({ x: 1, y: 1 }, 'include');
      await settle();
      decodes.at(-1)?.answer(decoded(foreground));
      await settle();
      await annotator.keep();
    }
    void annotator.stepPhoto(1);
    await settle();
    encodes[1]?.();
    await settle();
  });

  const copies = () => world.annotator.document.getState().objects.b ?? [];

  it('are asked for again with their prompts and keep their class, in one undo step', async () => {
    const { annotator, decodes } = world;
    const before = decodes.length;
    const ended = annotator.copyFromPrevious();
    await settle();
    expect(decodes.at(-1)?.request).toMatchObject({ photoId: 'b', prompt: [{ kind: 'point' }] });
    expect(annotator.view.getState().copyingFromPrevious).toEqual({ done: 0, of: 2 });
    decodes[before]?.answer(decoded(4));
    await settle();
    decodes[before + 1]?.answer(decoded(1));
    await ended;
    expect(copies().map(({ mask }) => mask.runs[1])).toEqual([4, 1]);
    const [cat] = annotator.document.getState().classes;
    expect(copies().map(({ classId }) => classId)).toEqual([cat?.id, cat?.id]);
    expect(annotator.view.getState().copyingFromPrevious).toBeNull();
    await annotator.undo();
    expect(copies()).toEqual([]);
  });

  it('are left out where the model finds nothing, and that is said', async () => {
    const { annotator, decodes } = world;
    const before = decodes.length;
    const ended = annotator.copyFromPrevious();
    await settle();
    decodes[before]?.answer(decoded(0));
    await settle();
    decodes[before + 1]?.answer(decoded(1));
    await ended;
    expect(copies()).toHaveLength(1);
    const notices = annotator.view.getState().notices.map(({ text }) => text);
    expect(notices).toEqual(['One object was not found on this photo.']);
  });

  it('don’t come once they are called off', async () => {
    const { annotator, decodes } = world;
    const ended = annotator.copyFromPrevious();
    await settle();
    annotator.cancel();
    decodes.at(-1)?.answer(decoded(4));
    await ended;
    expect(copies()).toEqual([]);
    expect(annotator.view.getState()).toMatchObject({ copyingFromPrevious: null, notices: [] });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { maskArea } from '../../mask/measure.ts';
import { decoded, openPhoto, settle, setUp, type World } from '../testing/world.ts';
import { comparisonOf } from './comparison.ts';
import { againstTruth, nearerOf, preferredModel } from './preferred.ts';

describe('models', () => {
  let world: World;

  /** Answers everything that was asked and not answered yet, in order; returns who was asked. */
  async function answerAll(areas: { robust: number; plain: number }): Promise<string[]> {
    const asked: string[] = [];
    await settle();
    while (world.decodes.length > 0) {
      for (const { request, answer } of world.decodes.splice(0)) {
        asked.push(request.model);
        answer(decoded(areas[request.model]));
      }
      await settle();
    }
    return asked;
  }

  const areas = { robust: 3, plain: 5 };
  const click = () => void world.annotator.addPoint({ x: 1, y: 1 }, 'include');
  const liveArea = () => {
    const { live } = world.annotator.view.getState();
    return live && maskArea(live.mask);
  };

  beforeEach(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
    await openPhoto(world, 'a');
  });

  afterEach(() => vi.unstubAllGlobals());

  it('RobustSAM answers unless told otherwise', async () => {
    click();
    expect(await answerAll(areas)).toEqual(['robust']);
    expect(world.annotator.view.getState().live?.model).toBe('robust');
  });

  it('the prompt in hand is asked again when another model is chosen, which is no undo step', async () => {
    click();
    await answerAll(areas);
    const undoName = world.annotator.undoName();
    void world.annotator.chooseModel('plain');
    expect(await answerAll(areas)).toEqual(['plain']);
    expect(liveArea()).toBe(areas.plain);
    expect(world.annotator.undoName()).toBe(undoName);
    void world.annotator.chooseModel('robust');
    expect(await answerAll(areas)).toEqual(['robust']);
    expect(liveArea()).toBe(areas.robust);
    void world.annotator.undo();
    expect(world.annotator.canUndo()).toBe(false);
  });

  it('an answer of the model that is no longer chosen is dropped', async () => {
    click();
    const [late] = world.decodes.splice(0);
    void world.annotator.chooseModel('plain');
    await answerAll(areas);
    late?.answer(decoded(areas.robust));
    await settle();
    expect(world.annotator.view.getState().live?.model).toBe('plain');
  });

  it('previews come from the chosen model, at once when it is chosen', () => {
    const { annotator, previews } = world;
    annotator.hover({ x: 1, y: 1 });
    void annotator.chooseModel('plain');
    expect(previews.map(({ request }) => request.model)).toEqual(['robust', 'plain']);
  });

  it('a set with one model answers with that one, whatever was chosen', async () => {
    world = setUp(['robust']);
    await openPhoto(world, 'a');
    for (const choice of ['plain', 'compare'] as const) {
      void world.annotator.chooseModel(choice);
      click();
      expect(new Set(await answerAll(areas))).toEqual(new Set(['robust']));
    }
  });

  describe('compared', () => {
    beforeEach(() => void world.annotator.chooseModel('compare'));

    it('both answer the same prompt, RobustSAM first', async () => {
      click();
      const [robust] = world.decodes;
      expect(await answerAll(areas)).toEqual(['robust', 'plain']);
      const { live, compared } = world.annotator.view.getState();
      expect([live?.model, compared?.model]).toEqual(['robust', 'plain']);
      expect([live?.prompt, compared?.prompt]).toEqual([
        robust?.request.prompt,
        robust?.request.prompt,
      ]);
    });

    it('the mask in hand does not wait for the other one', async () => {
      click();
      world.decodes.splice(0)[0]?.answer(decoded(areas.robust));
      await settle();
      expect(world.annotator.view.getState()).toMatchObject({ pending: false, compared: null });
      expect(liveArea()).toBe(areas.robust);
    });

    it('masks are told apart only if they answer the same prompt', async () => {
      const comparison = () => comparisonOf(world.annotator.view.getState());
      click();
      await answerAll(areas);
      const found = comparison();
      expect(found).toMatchObject({ areas, iou: 3 / 5 });
      expect(found && maskArea(found.disagreement)).toBe(2);
      expect(comparison()).toBe(found);
      click();
      world.decodes.splice(0)[0]?.answer(decoded(4));
      await settle();
      expect(world.annotator.view.getState().compared).not.toBeNull();
      expect(comparison()).toBeNull();
    });

    it('Enter keeps RobustSAM’s mask without waiting, and the object knows whose it is', async () => {
      click();
      void world.annotator.keep();
      world.decodes.splice(0)[0]?.answer(decoded(areas.robust));
      await settle();
      const [object] = world.annotator.document.getState().objects.a ?? [];
      expect(object?.model).toBe('robust');
    });

    it('plain SAM’s mask can be kept instead, as soon as it is there', async () => {
      click();
      void world.annotator.keep('plain');
      await answerAll(areas);
      const [object] = world.annotator.document.getState().objects.a ?? [];
      expect(object).toMatchObject({ model: 'plain', predictedIou: 0.9 });
      expect(object && maskArea(object.mask)).toBe(areas.plain);
    });

    it('held against an object, the nearer mask is kept, also when Enter comes before either', async () => {
      const { annotator } = world;
      const objects = () => annotator.document.getState().objects.a ?? [];
      const preferred = () =>
        preferredModel(
          annotator.document.getState(),
          annotator.view.getState(),
          annotator.engine.getState(),
        );
      click();
      await answerAll(areas);
      await annotator.keep('plain');
      const [truth] = objects();
      annotator.setComparedTruth(truth?.id ?? '');
      click();
      void annotator.keep();
      expect(preferred()).toBeNull();
      await answerAll({ robust: 3, plain: 6 });
      expect(objects().map(({ model }) => model)).toEqual(['plain', 'plain']);
      click();
      await answerAll({ robust: 5, plain: 4 });
      expect(preferred()).toBe('robust');
      const comparison = comparisonOf(annotator.view.getState());
      const near = comparison && truth && againstTruth(comparison, truth.mask);
      expect(near).toMatchObject({ robust: { iou: 1, boundaryIou: 1 }, plain: { iou: 4 / 5 } });
      expect(near && nearerOf(near)).toBe('robust');
    });

    it('without a truth, or once it is gone, RobustSAM’s mask is kept where nothing was measured', async () => {
      const { annotator } = world;
      click();
      await answerAll(areas);
      await annotator.keep('plain');
      annotator.setComparedTruth(annotator.document.getState().objects.a?.[0]?.id ?? '');
      void annotator.undo();
      await answerAll(areas);
      void annotator.keep();
      await settle();
      expect(annotator.document.getState().objects.a?.map(({ model }) => model)).toEqual([
        'robust',
      ]);
    });

    it('undo takes the prompt back for both', async () => {
      click();
      await answerAll(areas);
      await world.annotator.undo();
      expect(world.annotator.view.getState()).toMatchObject({ live: null, compared: null });
    });

    it('the other mask goes when only one model is asked again', async () => {
      click();
      await answerAll(areas);
      void world.annotator.chooseModel('robust');
      await answerAll(areas);
      expect(world.annotator.view.getState().compared).toBeNull();
    });

    it('both preview what is under the pointer', async () => {
      const { annotator, previews } = world;
      annotator.hover({ x: 1, y: 1 });
      previews[0]?.answer(decoded(areas.robust));
      await settle();
      previews[1]?.answer(decoded(areas.plain));
      await settle();
      const { hoverMask, comparedHoverMask } = annotator.view.getState();
      expect([hoverMask, comparedHoverMask].map((mask) => mask && maskArea(mask))).toEqual([3, 5]);
      annotator.hover(null);
      expect(annotator.view.getState()).toMatchObject({ hoverMask: null, comparedHoverMask: null });
    });
  });

  it('choices outlast the page, and what storage holds otherwise does no harm', () => {
    const stored = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    });
    void world.annotator.chooseModel('compare');
    world.annotator.setCompareLayout('outlines');
    world.annotator.setHatching(false);
    const again = () => setUp().annotator.view.getState();
    expect(again()).toMatchObject({
      modelChoice: 'compare',
      compareLayout: 'outlines',
      hatches: false,
    });
    for (const key of stored.keys())
      stored.set(key, '{"modelChoice":"other","compareLayout":7,"hatches":7}');
    expect(again()).toMatchObject({ modelChoice: 'robust', compareLayout: 'wipe', hatches: true });
  });

  it('the divider stays on the photo', () => {
    const wipeAfter = (share: number) => {
      world.annotator.setWipe(share);
      return world.annotator.view.getState().wipe;
    };
    expect([0.25, -1, 7].map(wipeAfter)).toEqual([0.25, 0, 1]);
  });
});

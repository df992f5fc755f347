import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MaskObject } from '../../document/types.ts';
import type { ImageBox } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea } from '../../mask/measure.ts';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import { decoded, drawBox, openPhoto, settle, setUp, type World } from '../testing/world.ts';

/** The photo has four by two pixels. */
describe('editing masks', () => {
  let world: World;

  beforeEach(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
    await openPhoto(world, 'a');
  });

  const objects = (): readonly MaskObject[] => world.annotator.document.getState().objects.a ?? [];
  const masks = (): Mask[] => objects().map(({ mask }) => mask);
  const undoAll = async () => {
    while (world.annotator.canUndo()) await world.annotator.undo();
  };

  const draw = (box: ImageBox, removes?: boolean) => drawBox(world, box, removes);

  function drawNew(box: ImageBox): string {
    world.annotator.selectObject(null);
    draw(box);
    return world.annotator.view.getState().selectedObjectId ?? '';
  }

  const left = { x0: 0, y0: 0, x1: 2, y1: 2 };
  const middle = { x0: 1, y0: 0, x1: 3, y1: 2 };

  it('of an object that is refined mends the mask in hand, which then is the object’s', async () => {
    const { annotator, decodes } = world;
    const id = drawNew(left);
    void annotator.refineObject(id);
    await settle();
    decodes.at(-1)?.answer(decoded(3));
    await settle();
    draw({ x0: 0, y0: 1, x1: 1, y1: 2 });
    const mended = masks();
    expect(objects().map((object) => object.id)).toEqual([id]);
    expect(maskArea(mended[0] as Mask)).toBe(4);
    expect(annotator.document.getState()).toMatchObject({
      prompts: { a: [] },
      refined: { a: null },
    });
    // Its prompt is asked again, which nobody answers here.
    void annotator.undo();
    expect(masks()).toEqual([maskFromPicture('##..', '##..')]);
    expect(annotator.document.getState().refined.a).toBe(id);
    void annotator.redo();
    expect(masks()).toEqual(mended);
  });

  it('makes a new object by hand, selects it, and the next stroke belongs to it', async () => {
    const { annotator } = world;
    draw(left);
    expect(objects()).toMatchObject([{ name: 'Object 1', model: null, predictedIou: null }]);
    annotator.setDraft({
      kind: 'stroke',
      removes: false,
      points: [{ x: 2.5, y: 0.5, radius: 0.5 }],
    });
    annotator.applyDraft();
    expect(masks()).toEqual([maskFromPicture('###.', '##..')]);
    expect(annotator.undoName()).toBe('paint on Object 1');
    await annotator.undo();
    expect(masks()).toEqual([maskFromPicture('##..', '##..')]);
    await annotator.redo();
    expect(masks()).toEqual([maskFromPicture('###.', '##..')]);
    await undoAll();
    expect(objects()).toEqual([]);
  });

  it('takes away, and deletes an object of which nothing is left', async () => {
    const { annotator } = world;
    draw(left);
    draw({ x0: 0, y0: 0, x1: 1, y1: 1 }, true);
    expect(masks()).toEqual([maskFromPicture('.#..', '##..')]);
    draw({ x0: 0, y0: 0, x1: 4, y1: 2 }, true);
    expect(objects()).toEqual([]);
    expect(annotator.view.getState().selectedObjectId).toBeNull();
    await annotator.undo();
    expect(masks()).toEqual([maskFromPicture('.#..', '##..')]);
  });

  it('commits nothing that changes nothing', () => {
    const { annotator } = world;
    draw(left);
    draw(left);
    draw({ x0: 3, y0: 0, x1: 4, y1: 1 }, true);
    expect(annotator.undoName()).toBe('draw Object 1');
  });

  it('says that there is nothing to take away from', () => {
    draw(left, true);
    expect(objects()).toEqual([]);
    expect(world.annotator.view.getState().notices).toHaveLength(1);
  });

  it('keeps the mask in hand with the first stroke on it, in one undo step', async () => {
    const { annotator, decodes } = world;
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    decodes[0]?.answer(decoded(3));
    await settle();
    draw({ x0: 0, y0: 0, x1: 1, y1: 1 });
    expect(masks()).toEqual([maskFromPicture('#...', '.###')]);
    expect(objects()).toMatchObject([
      { model: 'robust', prompt: [{ kind: 'point' }], predictedIou: null },
    ]);
    expect(annotator.document.getState().prompts.a).toEqual([]);
    // The prompt is asked again, which nobody answers here.
    void annotator.undo();
    expect(objects()).toEqual([]);
    expect(annotator.document.getState().prompts.a).toHaveLength(1);
  });

  it('no longer says how sure the model was of a mask that was changed by hand', async () => {
    const { annotator, decodes } = world;
    const keptByModel = async () => {
      void annotator.addPoint({ x: 1, y: 1 }, 'include');
      decodes.at(-1)?.answer(decoded(3));
      await settle();
      await annotator.keep();
      return objects().at(-1)?.id ?? '';
    };
    const estimates = () => objects().map(({ predictedIou }) => predictedIou);
    const drawnOn = await keptByModel();
    expect(estimates()).toEqual([expect.any(Number)]);
    annotator.selectObject(drawnOn);
    draw({ x0: 0, y0: 0, x1: 1, y1: 1 });
    expect(estimates()).toEqual([null]);
    await annotator.undo();
    expect(estimates()).toEqual([expect.any(Number)]);
    const other = drawNew(left);
    annotator.combineObjects('merge', [drawnOn, other]);
    expect(estimates()).toEqual([null]);
  });

  it('in no-overlap mode cuts new, edited and kept objects where others are', async () => {
    const { annotator, decodes } = world;
    const first = drawNew(left);
    annotator.setNoOverlap(true);
    drawNew(middle);
    expect(masks()).toEqual([maskFromPicture('##..', '##..'), maskFromPicture('..#.', '..#.')]);
    annotator.selectObject(first);
    draw({ x0: 0, y0: 0, x1: 4, y1: 1 });
    expect(masks()[0]).toEqual(maskFromPicture('##.#', '##..'));
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    decodes[0]?.answer(decoded(3));
    await settle();
    await annotator.keep();
    expect(masks()[2]).toEqual(maskFromPicture('....', '...#'));
    annotator.setNoOverlap(false);
  });

  it('takes a corner of an open polygon back, and Esc drops it all', () => {
    const { annotator } = world;
    const points = [
      { x: 0, y: 0 },
      { x: 2, y: 0 },
    ];
    annotator.setDraft({ kind: 'area', removes: false, points, open: { next: null } });
    expect(annotator.takeBackCorner()).toBe(true);
    expect(annotator.view.getState().draft?.points).toHaveLength(1);
    annotator.cancel();
    expect(annotator.view.getState().draft).toBeNull();
    expect(annotator.takeBackCorner()).toBe(false);
  });

  it.each([
    ['merge', [maskFromPicture('###.', '###.')]],
    ['subtract', [maskFromPicture('#...', '#...'), maskFromPicture('.##.', '.##.')]],
    ['intersect', [maskFromPicture('.#..', '.#..')]],
  ] as const)('combines objects: %s', async (how, expected) => {
    const { annotator } = world;
    const ids = [drawNew(left), drawNew(middle)];
    const before = objects();
    annotator.combineObjects(how, ids);
    expect(masks()).toEqual(expected);
    expect(objects()[0]?.id).toBe(ids[0]);
    await annotator.undo();
    expect(objects()).toEqual(before);
  });

  it('merges in any order of three, and undo puts all back in their places', async () => {
    const { annotator } = world;
    const ids = [drawNew(left), drawNew(middle), drawNew({ x0: 3, y0: 0, x1: 4, y1: 2 })];
    const before = objects();
    annotator.combineObjects('merge', [ids[1] ?? '', ids[2] ?? '', ids[0] ?? '']);
    expect(objects()).toMatchObject([{ id: ids[1], name: 'Object 2' }]);
    expect(masks()).toEqual([maskFromPicture('####', '####')]);
    await annotator.undo();
    expect(objects()).toEqual(before);
  });

  it('splits an object into its parts, the largest stays the object', async () => {
    const { annotator } = world;
    const id = drawNew({ x0: 0, y0: 0, x1: 1, y1: 1 });
    draw({ x0: 2, y0: 0, x1: 4, y1: 2 });
    const before = objects();
    annotator.splitObject(id);
    expect(masks()).toEqual([maskFromPicture('..##', '..##'), maskFromPicture('#...', '....')]);
    expect(objects()).toMatchObject([{ id, name: 'Object 1' }, { name: 'Object 2' }]);
    await annotator.undo();
    expect(objects()).toEqual(before);
  });
});

import { expect, test } from 'vitest';
import type { Decoded } from '../../engine/protocol.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import type { ZoomHabit } from '../state/model-choice.ts';
import { decoded, openPhoto, settle, setUp, type World } from '../testing/world.ts';
import { gainsByZoom } from './zoom-answer.ts';

/** The mask from the whole photo, 4 x 2, is its last pixel; the crop around it is the right half. */
const COARSE = maskFromPicture('....', '...#');

function zoomed(...rows: string[]): { ok: true; value: Decoded } {
  const { value } = decoded(1);
  return { ok: true, value: { ...value, mask: maskFromPicture(...rows), token: 0 } };
}

/** A photo with a click that has its mask. */
async function clicked(): Promise<World> {
  const world = setUp();
  await openPhoto(world, 'a');
  void world.annotator.addPoint({ x: 3.5, y: 1.5 }, 'include');
  world.decodes.at(-1)?.answer(decoded(1));
  await settle();
  return world;
}

const live = ({ annotator }: World) => annotator.view.getState().live;

/** Asks for a zoom, and answers whatever is asked before. */
async function look(world: World): Promise<void> {
  void world.annotator.zoomRefine();
  await settle();
  world.decodes.at(-1)?.answer(decoded(1));
  await settle();
}

test('the mask in hand is made again from its surroundings, and undo brings the coarse one back', async () => {
  const world = await clicked();
  await look(world);
  expect(live(world)).toMatchObject({ mask: COARSE, isZoomed: false });
  expect(world.zooms[0]?.request).toMatchObject({
    crop: { box: { x0: 2, y0: 0, x1: 4, y1: 2 } },
    prompt: [{ kind: 'point', at: { x: 1.5, y: 1.5 } }],
  });
  world.zooms[0]?.answer(zoomed('.#', '.#'));
  await settle();
  expect(live(world)).toMatchObject({ mask: maskFromPicture('...#', '...#'), isZoomed: true });
  expect(world.annotator.undoName()).toBe('zoom refine');
  void world.annotator.undo();
  await settle();
  world.decodes.at(-1)?.answer(decoded(1));
  await settle();
  expect(live(world)).toMatchObject({ mask: COARSE, isZoomed: false });
});

test('a mask that reaches the crop’s edge gets a larger crop, and one that goes on and on stays as it was', async () => {
  const world = await clicked();
  await look(world);
  world.zooms[0]?.answer(zoomed('..', '##'));
  await settle();
  world.zooms[1]?.answer(zoomed('..', '##'));
  await settle();
  expect(world.zooms[2]?.request.crop.box).toEqual({ x0: 1, y0: 0, x1: 4, y1: 2 });
  world.zooms[2]?.answer(zoomed('...', '###'));
  await settle();
  expect(world.zooms).toHaveLength(3);
  expect(live(world)).toMatchObject({ mask: COARSE, isZoomed: false });
  expect(world.annotator.view.getState()).toMatchObject({ zooming: false });
  expect(world.annotator.view.getState().notices.at(-1)?.text).toMatch(/stays as it was/);
});

test('keeping waits for the zoom', async () => {
  const world = await clicked();
  await look(world);
  void world.annotator.keep();
  await settle();
  expect(world.annotator.document.getState().objects.a ?? []).toEqual([]);
  world.zooms[0]?.answer(zoomed('.#', '.#'));
  await settle();
  expect(world.annotator.document.getState().objects.a).toMatchObject([
    { mask: maskFromPicture('...#', '...#') },
  ]);
});

test('the selected object gets its new mask in one step, and Esc calls it off', async () => {
  const world = await clicked();
  const { annotator } = world;
  await annotator.keep();
  await settle();
  const objects = () => annotator.document.getState().objects.a ?? [];
  annotator.selectObject(objects()[0]?.id ?? null);
  void annotator.zoomRefine();
  await settle();
  annotator.cancel();
  world.zooms[0]?.answer(zoomed('.#', '.#'));
  await settle();
  expect(objects()).toMatchObject([{ mask: COARSE }]);
  void annotator.zoomRefine();
  await settle();
  world.zooms[1]?.answer(zoomed('.#', '.#'));
  await settle();
  expect(objects()).toMatchObject([{ mask: maskFromPicture('...#', '...#'), name: 'Object 1' }]);
  expect(annotator.undoName()).toBe('zoom refine Object 1');
  await annotator.undo();
  expect(objects()).toMatchObject([{ mask: COARSE }]);
});

test('a small mask is zoomed in on unasked, where that is wanted and the photo is large', () => {
  const small = { size: { width: 2000, height: 1000 }, runs: Uint32Array.of(10, 5, 1_999_985) };
  const large = { ...small, runs: Uint32Array.of(10, 50_000, 1_949_990) };
  const gains = (habit: ZoomHabit, milliseconds: number | null, mask: Mask) =>
    gainsByZoom({ zoomHabit: habit }, { lastEncodeMilliseconds: milliseconds }, mask);
  expect(gains('always', 3000, small)).toBe(true);
  expect(gains('always', 3000, large)).toBe(false);
  expect(gains('always', 3000, COARSE)).toBe(false);
  expect(gains('quick', 900, small)).toBe(true);
  expect(gains('quick', 1100, small)).toBe(false);
  expect(gains('quick', null, small)).toBe(false);
  expect(gains('never', 10, small)).toBe(false);
});

import { expect, test } from 'vitest';
import type { Decoded } from '../../engine/protocol.ts';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import { shownObjects } from '../state/questions.ts';
import { decoded, openPhoto, settle, setUp, type World } from '../testing/world.ts';

const [ROUGH, TIDY] = [maskFromPicture('#.##', '..##'), maskFromPicture('..##', '..##')];
const SPECK = maskFromPicture('#...', '....');

const answer: { ok: true; value: Decoded } = {
  ok: true,
  value: {
    ...decoded(1).value,
    mask: ROUGH,
    tidied: { mask: TIDY, changed: SPECK, specks: 1, holes: 0 },
  },
};
const at = { x: 2.5, y: 0.5 };

const live = ({ annotator }: World) => annotator.view.getState().live;
const masks = ({ annotator }: World) =>
  shownObjects(annotator.document.getState(), annotator.view.getState()).map(({ mask }) => mask);

/** Answers what was asked last. */
async function answered(world: World): Promise<void> {
  await settle();
  world.decodes.at(-1)?.answer(answer);
  await settle();
}

async function clicked(): Promise<World> {
  const world = setUp();
  await openPhoto(world, 'a');
  void world.annotator.addPoint(at, 'include');
  await answered(world);
  return world;
}

test('the mask in hand is without its specks, and so is what is kept and previewed', async () => {
  const world = await clicked();
  expect(live(world)).toMatchObject({ mask: TIDY, isTidied: true });
  void world.annotator.keep();
  await settle();
  expect(masks(world)).toEqual([TIDY]);
  world.annotator.hover(at);
  world.previews.at(-1)?.answer(answer);
  await settle();
  expect(world.annotator.view.getState().hoverMask).toEqual(TIDY);
});

test('its specks come back in one step, stay when more is clicked, and go again', async () => {
  const world = await clicked();
  void world.annotator.toggleTidied();
  await answered(world);
  expect(live(world)).toMatchObject({ mask: ROUGH, isTidied: false });
  expect(world.annotator.undoName()).toBe('put specks and holes back');
  void world.annotator.addPoint(at, 'include');
  await answered(world);
  expect(live(world)?.mask).toEqual(ROUGH);
  void world.annotator.toggleTidied();
  await answered(world);
  expect(live(world)?.mask).toEqual(TIDY);
  for (const mask of [ROUGH, ROUGH, TIDY]) {
    void world.annotator.undo();
    await answered(world);
    expect(live(world)?.mask).toEqual(mask);
  }
});

test('what was kept with its specks has them when it is refined', async () => {
  const world = await clicked();
  void world.annotator.toggleTidied();
  await answered(world);
  void world.annotator.keep();
  await settle();
  expect(masks(world)).toEqual([ROUGH]);
  const { justKeptId } = world.annotator.view.getState();
  void world.annotator.refineObject(justKeptId ?? '');
  await answered(world);
  expect(live(world)?.mask).toEqual(ROUGH);
});

test('switched off, masks are what the model says, at once', async () => {
  const world = await clicked();
  world.annotator.setTidiesMasks(false);
  await answered(world);
  expect(live(world)).toMatchObject({ mask: ROUGH, isTidied: false });
  await world.annotator.toggleTidied();
  expect(world.annotator.undoName()).toBe('include point');
  world.annotator.setTidiesMasks(true);
  await answered(world);
  expect(live(world)?.mask).toEqual(TIDY);
});

test('both models’ masks lose what is theirs', async () => {
  const world = setUp();
  await openPhoto(world, 'a');
  void world.annotator.chooseModel('compare');
  await settle();
  void world.annotator.addPoint(at, 'include');
  await answered(world);
  await answered(world);
  expect(world.annotator.view.getState().compared).toMatchObject({ mask: TIDY, isTidied: true });
  expect(live(world)).toMatchObject({ mask: TIDY, isTidied: true });
});

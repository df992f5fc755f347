import { expect, test } from 'vitest';
import type { ImagePoint } from '../../geometry/spaces.ts';
import type { HandlePlace } from '../../mask/handles.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import { currentPrompt, shownObjects } from '../state/questions.ts';
import { file, findMask, openPhoto, settle, setUp, type World } from '../testing/world.ts';

const LEFT = maskFromPicture('##..', '##..');
const WIDER = maskFromPicture('###.', '##..');

const kept = ({ annotator }: World) =>
  shownObjects(annotator.document.getState(), annotator.view.getState());
const outline = ({ annotator }: World) => annotator.view.getState().outline;

/** The left half of a photo of 4 x 2, with its points. */
async function outlined(): Promise<World> {
  const world = setUp();
  await openPhoto(world, 'a');
  draw(world, 0);
  world.annotator.chooseTool('points');
  return world;
}

function draw({ annotator }: World, at: number): void {
  annotator.selectObject(null);
  const [x0, x1] = [at, at + 2];
  const points = [
    { x: x0, y: 0 },
    { x: x1, y: 0 },
    { x: x1, y: 2 },
    { x: x0, y: 2 },
  ];
  annotator.setDraft({ kind: 'area', removes: false, points, open: null });
  annotator.applyDraft();
}

function placeAt(world: World, x: number, y: number): HandlePlace {
  const handles = outline(world)?.rings[0]?.handles ?? [];
  return { ring: 0, handle: handles.findIndex(({ at }) => at.x === x && at.y === y) };
}

/** The upper right corner goes to the photo's edge. */
function widen(world: World): void {
  widenAt(world, 2, 0, { x: 9, y: 0 });
}

function widenAt(world: World, x: number, y: number, to: ImagePoint): void {
  world.annotator.grabHandle(placeAt(world, x, y));
  world.annotator.dragHandle(to, 0);
}

const masks = (world: World): Mask[] => kept(world).map(({ mask }) => mask);

test('the points are those of the object that was just kept, where none is selected', async () => {
  const world = setUp();
  await openPhoto(world, 'a');
  draw(world, 0);
  draw(world, 2);
  const [first] = kept(world);
  const { annotator } = world;
  annotator.selectObject(null);
  annotator.view.setState({ justKeptId: first?.id ?? null });
  annotator.chooseTool('points');
  expect(outline(world)?.object).toBe(first);
  expect(annotator.view.getState().selectedObjectIds).toEqual([first?.id]);
});

test('what was moved is applied in one step, and undone in one', async () => {
  const world = await outlined();
  widen(world);
  expect(masks(world)).toEqual([LEFT]);
  world.annotator.applyOutline();
  expect(masks(world)).toEqual([WIDER]);
  expect(world.annotator.undoName()).toBe('move points of Object 1');
  expect(outline(world)?.object.mask).toEqual(WIDER);
  void world.annotator.undo();
  expect(masks(world)).toEqual([LEFT]);
  expect(outline(world)?.object.mask).toEqual(LEFT);
  world.annotator.applyOutline();
  expect(masks(world)).toEqual([LEFT]);
});

test('a mask in hand that is kept for its points and then changed is one undo step', async () => {
  const world = setUp();
  const { annotator } = world;
  await openPhoto(world, 'a');
  await findMask(world, 4);
  const steps = () => annotator.history.getState().done.map(({ name }) => name);
  const before = steps();
  await annotator.editPoints();
  const [object] = kept(world);
  expect(outline(world)?.object).toBe(object);
  widenAt(world, 4, 1, { x: 4, y: 0 });
  annotator.applyOutline();
  expect(steps()).toEqual([...before, 'keep and move points of Object 1']);
  const [changed] = masks(world);
  expect(changed).not.toEqual(object?.mask);
  void annotator.undo();
  expect(kept(world)).toEqual([]);
  expect(currentPrompt(annotator.document.getState(), annotator.view.getState())).toHaveLength(1);
  void annotator.redo();
  expect(masks(world)).toEqual([changed]);
});

test('what is moved once more, or on another object, is a step of its own', async () => {
  const world = setUp();
  const { annotator } = world;
  await openPhoto(world, 'a');
  await findMask(world, 4);
  await annotator.editPoints();
  const [first] = kept(world);
  widenAt(world, 4, 1, { x: 4, y: 0 });
  annotator.applyOutline();
  const before = annotator.history.getState().done.length;
  widenAt(world, 0, 2, { x: 3, y: 2 });
  annotator.applyOutline();
  expect(annotator.history.getState().done).toHaveLength(before + 1);
  expect(annotator.undoName()).toBe(`move points of ${first?.name}`);
});

test('Esc drops what was moved, and then the selection', async () => {
  const world = await outlined();
  widen(world);
  world.annotator.cancel();
  expect(outline(world)?.rings).toBe(outline(world)?.opened);
  world.annotator.cancel();
  expect(outline(world)).toBeNull();
  expect(masks(world)).toEqual([LEFT]);
});

test('each drag is taken back at once, and a press that moved nothing is none', async () => {
  const world = await outlined();
  widen(world);
  world.annotator.grabHandle(placeAt(world, 4, 0));
  world.annotator.takeBackHandle();
  expect(outline(world)?.rings).toBe(outline(world)?.opened);
  world.annotator.takeBackHandle();
  expect(outline(world)?.rings).toBe(outline(world)?.opened);
});

test.each<[string, (world: World) => void]>([
  ['another tool', ({ annotator }) => annotator.chooseTool('brush')],
  ['another object', (world) => draw(world, 2)],
  ['nothing', ({ annotator }) => annotator.selectObject(null)],
  ['another photo', ({ annotator }) => void annotator.openFiles([file('b')])],
])('taking up %s applies what was moved', async (_, leave) => {
  const world = await outlined();
  widen(world);
  leave(world);
  await settle();
  const [photo] = world.annotator.document.getState().photos;
  const objects = world.annotator.document.getState().objects[photo?.id ?? ''] ?? [];
  expect(objects[0]?.mask).toEqual(WIDER);
});

test('a name or a class that comes meanwhile leaves the points, a lock applies them, in the order of the history', async () => {
  const world = await outlined();
  widen(world);
  const [object] = kept(world);
  world.annotator.renameObject(object?.id ?? '', 'kite');
  expect(outline(world)?.rings).not.toBe(outline(world)?.opened);
  world.annotator.setLocked([object?.id ?? ''], true);
  await settle();
  expect(kept(world)[0]).toMatchObject({ name: 'kite', isLocked: true, mask: WIDER });
  expect(
    world.annotator.history
      .getState()
      .done.map(({ name }) => name)
      .slice(-3),
  ).toEqual(['rename Object 1', 'lock kite', 'move points of kite']);
  for (let i = 0; i < 3; i++) void world.annotator.undo();
  await settle();
  expect(kept(world)[0]).toMatchObject({ name: 'Object 1', isLocked: false, mask: LEFT });
});

test('an object that is deleted meanwhile stays deleted, one without points left goes', async () => {
  const world = await outlined();
  widen(world);
  world.annotator.deleteObjects(kept(world).map(({ id }) => id));
  await settle();
  expect(kept(world)).toEqual([]);
  void world.annotator.undo();
  await settle();
  world.annotator.selectObject(kept(world)[0]?.id ?? null);
  world.annotator.stepHandle(1);
  world.annotator.removeHandle();
  world.annotator.removeHandle();
  world.annotator.applyOutline();
  expect(kept(world)).toEqual([]);
  void world.annotator.undo();
  expect(masks(world)).toEqual([LEFT]);
});

test('arrows move the point in hand, within the photo', async () => {
  const world = await outlined();
  world.annotator.focusHandle(placeAt(world, 2, 0));
  world.annotator.nudgeHandle(1, -5);
  const { focused, rings } = outline(world) ?? {};
  expect(rings?.[0]?.handles[focused?.handle ?? -1]?.at).toEqual({ x: 3, y: 0 });
});

test('a dragged point keeps to the outline of another object that is near', async () => {
  const world = await outlined();
  draw(world, 2);
  world.annotator.selectObject(kept(world)[0]?.id ?? null);
  world.annotator.grabHandle(placeAt(world, 2, 2));
  world.annotator.dragHandle({ x: 3.4, y: 1.7 }, 0.5);
  const { focused, rings } = outline(world) ?? {};
  expect(rings?.[0]?.handles[focused?.handle ?? -1]?.at).toEqual({ x: 3.4, y: 2 });
});

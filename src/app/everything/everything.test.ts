import { expect, test } from 'vitest';
import type { FoundMask } from '../../engine/everything.ts';
import { maskFromPicture } from '../../mask/testing/arbitrary.ts';
import { openPhoto, settle, setUp, type World } from '../testing/world.ts';

const WHOLE = { x0: 0, y0: 0, x1: 4, y1: 2 };

function found(predictedIou: number, ...rows: string[]): FoundMask {
  const place = { at: { x: 1, y: 1 }, token: 2, crop: WHOLE };
  return { mask: maskFromPicture(...rows), predictedIou, stability: 0.9, ...place };
}

const LARGE = found(0.9, '####', '##..');
const SMALL = found(1.02, '##..', '....');
const RIGHT = found(0.8, '...#', '...#');

/** A photo with three proposals. */
async function proposed(): Promise<World> {
  const world = setUp();
  await openPhoto(world, 'a');
  const { annotator, searches } = world;
  void annotator.findEverything();
  searches[0]?.answer({ ok: true, value: [LARGE, SMALL, RIGHT] });
  await settle();
  return world;
}

function proposals({ annotator }: World) {
  return annotator.document.getState().proposals.a ?? [];
}

function objects({ annotator }: World) {
  return annotator.document.getState().objects.a ?? [];
}

test('what is found waits for a word, and undo takes it away', async () => {
  const world = await proposed();
  expect(proposals(world).map(({ predictedIou }) => predictedIou)).toEqual([0.9, 1, 0.8]);
  expect(objects(world)).toEqual([]);
  expect(world.annotator.undoName()).toBe('find everything');
  await world.annotator.undo();
  expect(proposals(world)).toEqual([]);
});

test('what is an object already is not proposed again', async () => {
  const world = await proposed();
  const { annotator, searches } = world;
  const [large] = proposals(world);
  annotator.acceptProposals([large?.id ?? '']);
  void annotator.findEverything();
  searches[1]?.answer({ ok: true, value: [LARGE, SMALL, RIGHT] });
  await settle();
  expect(proposals(world).map(({ mask }) => mask)).toEqual([SMALL.mask, RIGHT.mask]);
  const { everything } = annotator.view.getState();
  expect(everything).toMatchObject({ kind: 'done', found: 2, known: 1 });
});

test('the model in use is asked with its own thresholds', async () => {
  const world = setUp();
  const { annotator, searches } = world;
  await openPhoto(world, 'a');
  annotator.setEverythingGrid({ pointsPerSide: 8 });
  annotator.setEverythingThresholds({ stability: 0.5 });
  void annotator.findEverything();
  searches[0]?.answer({ ok: true, value: [] });
  await settle();
  await annotator.chooseModel('plain');
  void annotator.findEverything();
  expect(searches.map(({ request }) => request)).toMatchObject([
    { model: 'robust', options: { pointsPerSide: 8, stability: 0.5 } },
    { model: 'plain', options: { pointsPerSide: 8, predictedIou: 0.88, stability: 0.95 } },
  ]);
});

test('accepted proposals become objects of the class in use, the small ones on top, in one step', async () => {
  const world = await proposed();
  const { annotator } = world;
  annotator.chooseClassNamed('cup');
  const classId = annotator.document.getState().classes[0]?.id;
  const [large, small, right] = proposals(world).map(({ id }) => id) as [string, string, string];
  annotator.acceptProposals([small, large]);
  expect(objects(world)).toMatchObject([
    { name: 'Object 1', mask: LARGE.mask, classId, model: 'robust', predictedIou: 0.9 },
    { name: 'Object 2', mask: SMALL.mask, classId },
  ]);
  expect(objects(world)[0]?.prompt).toEqual([
    { kind: 'point', at: LARGE.at, label: 'include', candidate: 2 },
  ]);
  expect(proposals(world).map(({ id }) => id)).toEqual([right]);
  annotator.dropProposals([right]);
  expect(proposals(world)).toEqual([]);
  await annotator.undo();
  await annotator.undo();
  expect(objects(world)).toEqual([]);
  expect(proposals(world).map(({ id }) => id)).toEqual([large, small, right]);
});

test('where none may overlap, each pixel goes to the smallest', async () => {
  const world = await proposed();
  const { annotator } = world;
  annotator.setNoOverlap(true);
  annotator.acceptProposals(proposals(world).map(({ id }) => id));
  expect(objects(world).map(({ mask }) => mask)).toEqual([
    maskFromPicture('..#.', '##..'),
    SMALL.mask,
    RIGHT.mask,
  ]);
});

test('the pointer finds the smallest proposal that the filter lets through', async () => {
  const world = await proposed();
  const { annotator } = world;
  const pointed = () =>
    proposals(world).findIndex(({ id }) => id === annotator.view.getState().pointedProposalId);
  annotator.hover({ x: 0.5, y: 0.5 });
  expect(pointed()).toBe(1);
  annotator.setProposalFilter({ area: 3 });
  expect(pointed()).toBe(0);
  annotator.setProposalFilter({ area: 0, predictedIou: 0.95 });
  expect(pointed()).toBe(1);
  annotator.hover(null);
  expect(pointed()).toBe(-1);
  expect(world.previews).toHaveLength(0);
});

test('a cancelled run changes nothing, whatever it answers later', async () => {
  const world = setUp();
  await openPhoto(world, 'a');
  const { annotator, searches } = world;
  void annotator.findEverything();
  searches[0]?.parts.onProgress({ done: 3, total: 9, found: 1 });
  annotator.cancel();
  expect(searches[0]?.signal.aborted).toBe(true);
  searches[0]?.answer({ ok: true, value: [LARGE] });
  await settle();
  expect(annotator.view.getState().everything).toMatchObject({
    kind: 'cancelled',
    progress: { done: 3 },
  });
  expect(proposals(world)).toEqual([]);
});

test('it says why it could not look', async () => {
  const world = setUp();
  const { annotator, searches } = world;
  await annotator.findEverything();
  expect(annotator.view.getState().notices.at(-1)?.text).toMatch(/Open a photo first/);
  await openPhoto(world, 'a');
  void annotator.findEverything();
  searches[0]?.answer({ ok: false, problem: { kind: 'out-of-memory' } });
  await settle();
  expect(annotator.view.getState().everything).toMatchObject({
    kind: 'failed',
    reason: expect.stringMatching(/memory/i),
  });
});

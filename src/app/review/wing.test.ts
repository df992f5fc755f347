import { beforeEach, expect, test, vi } from 'vitest';
import { decoded, openPhoto, settle, setUp, type World } from '../testing/world.ts';

let world: World;

beforeEach(async () => {
  vi.stubGlobal('devicePixelRatio', 1);
  world = setUp(['robust']);
  await openPhoto(world, 'a');
  await keepOne(0.5);
  await keepOne(0.95);
  await openPhoto(world, 'b');
  await keepOne(0.7);
});

/** An object of the shown photo, of which the model is so sure. */
async function keepOne(predictedIou: number): Promise<void> {
  const { annotator, decodes } = world;
  const before = objectsOn(annotator.view.getState().photo?.id ?? '').length;
  void annotator.addPoint({ x: before, y: 1 }, 'include');
  await settle();
  const { ok, value } = decoded(4);
  const candidates = value.candidates.map((one) => ({ ...one, predictedIou }));
  const runs = Uint32Array.of(4 + before, 1, 3 - before);
  decodes.shift()?.answer({ ok, value: { ...value, mask: { ...value.mask, runs }, candidates } });
  await settle();
  await annotator.keep();
  await settle();
}

function objectsOn(photoId: string) {
  return world.annotator.document.getState().objects[photoId] ?? [];
}

function reviewsOn(photoId: string) {
  return objectsOn(photoId).map(({ review }) => review?.state ?? null);
}

const shown = () => world.annotator.view.getState().photo?.id;
const lead = () => world.annotator.view.getState().selectedObjectId;

test('the review begins with the object that is most in doubt, and opens its photo', async () => {
  await world.annotator.setReviewing(true);
  expect(shown()).toBe('a');
  expect(lead()).toBe(objectsOn('a')[0]?.id);
  await world.annotator.stepReview(1);
  expect(shown()).toBe('b');
  await world.annotator.stepReview(-1);
  await world.annotator.stepReview(-1);
  expect(shown()).toBe('a');
});

test('steps count from the object that was asked for, however long its photo stays away', async () => {
  const { annotator } = world;
  await annotator.setReviewing(true);
  await Promise.all([annotator.stepReview(1), annotator.stepReview(1)]);
  expect(shown()).toBe('a');
  expect(lead()).toBe(objectsOn('a')[1]?.id);
});

test('accepting and rejecting goes on with the next, says who and why, and can be undone', async () => {
  const { annotator } = world;
  annotator.setReviewer(' Mina ');
  await annotator.setReviewing(true);
  await annotator.decideReview('rejected', ' cut off ');
  expect(objectsOn('a')[0]?.review).toMatchObject({
    state: 'rejected',
    comment: 'cut off',
    by: 'Mina',
  });
  expect(shown()).toBe('b');
  await annotator.decideReview('accepted', '');
  expect(reviewsOn('b')).toEqual(['accepted']);
  expect(annotator.undoName()).toBe('accept Object 1');
  await annotator.undo();
  await annotator.undo();
  expect(reviewsOn('a')).toEqual([null, null]);
});

test('the last one stays where it is, and the same verdict twice is one step', async () => {
  const { annotator } = world;
  await annotator.setReviewing(true);
  for (let i = 0; i < 3; i++) await annotator.decideReview('accepted', '');
  expect([...reviewsOn('a'), ...reviewsOn('b')]).toEqual(['accepted', 'accepted', 'accepted']);
  const name = annotator.undoName();
  await annotator.decideReview('accepted', '');
  expect(annotator.undoName()).toBe(name);
  await annotator.undo();
  expect(reviewsOn('a')).toContain(null);
});

test('a photo is accepted with all that nobody rejected, and whoever marks it again takes that back', async () => {
  const { annotator } = world;
  await annotator.showPhoto('a');
  annotator.reviewObjects([objectsOn('a')[0]?.id ?? ''], 'rejected', 'cut off');
  annotator.reviewPhoto('a', 'accepted', '');
  expect(reviewsOn('a')).toEqual(['rejected', 'accepted']);
  expect(annotator.document.getState()).toMatchObject({
    done: { a: true },
    reviews: { a: { state: 'accepted' } },
  });
  annotator.setDone(['a'], false);
  expect(annotator.document.getState()).toMatchObject({ done: { a: false }, reviews: { a: null } });
  annotator.reviewPhoto('a', 'rejected', 'blurred');
  expect(annotator.document.getState().reviews.a).toMatchObject({ comment: 'blurred' });
  annotator.setDone(['a'], true);
  expect(annotator.document.getState().reviews.a).toBeNull();
});

test('a copy and a new name keep the review, and what a person draws on it is to be reviewed again', async () => {
  const { annotator } = world;
  await annotator.showPhoto('a');
  const id = objectsOn('a')[0]?.id ?? '';
  annotator.reviewObjects([id], 'accepted', '');
  annotator.renameObject(id, 'cup');
  annotator.duplicateObjects([id]);
  expect(reviewsOn('a').filter((state) => state === 'accepted')).toHaveLength(2);
  annotator.combineObjects(
    'merge',
    objectsOn('a').map((one) => one.id),
  );
  expect(reviewsOn('a')).toEqual([null]);
});

test('nothing is lost when the review ends before it begins', async () => {
  const { annotator } = world;
  const begun = annotator.setReviewing(true);
  await annotator.setReviewing(false);
  await begun;
  expect(annotator.view.getState()).toMatchObject({ isReviewing: false, measuring: null });
  expect(shown()).toBe('b');
});

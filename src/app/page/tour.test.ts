import { expect, test } from 'vitest';
import { openPhoto, setUp, type World } from '../testing/world.ts';

const stepOf = ({ annotator }: World) => annotator.view.getState().tourStep;
const at = { x: 1, y: 1 };

test('doing what a step says leads to the next', async () => {
  const world = setUp();
  const { annotator } = world;
  annotator.offerTour();
  expect(stepOf(world)).toBe('open');
  await openPhoto(world, 'a');
  expect(stepOf(world)).toBe('click');
  void annotator.addPoint(at, 'include');
  expect(stepOf(world)).toBe('keep');
  // Undo is no step back: who has seen it has seen it.
  void annotator.undo();
  expect(stepOf(world)).toBe('keep');
});

test('a later step that is done first skips none', async () => {
  const world = setUp();
  await openPhoto(world, 'a');
  world.annotator.startTour();
  void world.annotator.addPoint(at, 'include');
  expect(stepOf(world)).toBe('open');
});

test('steps can be skipped, and after the last the tour is over for good', () => {
  const world = setUp();
  const { annotator } = world;
  annotator.offerTour();
  for (const next of ['click', 'keep', 'export', null]) {
    annotator.skipTourStep();
    expect(stepOf(world)).toBe(next);
  }
  annotator.offerTour();
  expect(stepOf(world)).toBeNull();
  annotator.startTour();
  expect(stepOf(world)).toBe('open');
});

test('Esc ends it, once there is no prompt in hand to give up', async () => {
  const world = setUp();
  const { annotator } = world;
  await openPhoto(world, 'a');
  annotator.startTour();
  void annotator.addPoint(at, 'include');
  annotator.cancel();
  expect(stepOf(world)).toBe('open');
  annotator.cancel();
  expect(stepOf(world)).toBeNull();
  annotator.offerTour();
  expect(stepOf(world)).toBeNull();
});

test('who ends it is not asked again', () => {
  const world = setUp();
  world.annotator.offerTour();
  world.annotator.endTour();
  world.annotator.offerTour();
  expect(stepOf(world)).toBeNull();
});

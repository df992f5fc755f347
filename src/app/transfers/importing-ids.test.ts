import { beforeEach, expect, test, vi } from 'vitest';
import { createDatasets } from '../../formats/client.ts';
import { datasetsHere } from '../../formats/worker/testing/datasets-here.ts';
import { keepObject, openPhoto, setUp, type World } from '../testing/world.ts';
import { changedIds } from './dataset.ts';
import { coco, labels } from './testing/labels.ts';

let world: World;

const objects = () => world.annotator.document.getState().objects.a ?? [];
const state = () => world.annotator.transfers.getState().importing;

beforeEach(async () => {
  vi.stubGlobal('devicePixelRatio', 1);
  world = setUp(['robust'], { datasets: { ...createDatasets(), ...datasetsHere } });
  await openPhoto(world, 'a');
});

test('labels bring the ids of COCO, and copies have none', async () => {
  const { annotator } = world;
  annotator.chooseClassNamed('cat');
  await annotator.readLabels([coco(397_133, [{ id: 8 }, { id: 9 }])]);
  await annotator.takeLabels('add');
  const { photos, classes } = annotator.document.getState();
  expect(photos).toMatchObject([{ cocoId: 397_133 }]);
  expect(classes).toMatchObject([{ coco: { id: 17, supercategory: 'animal' } }]);
  annotator.duplicateObjects([objects()[0]?.id ?? '']);
  expect(objects().map(({ cocoId }) => cocoId)).toEqual([8, undefined, 9]);
  await annotator.undo();
  await annotator.undo();
  expect(annotator.document.getState().photos[0]).not.toHaveProperty('cocoId');
});

test('labels of a photo without objects give it an id, and replace nothing', async () => {
  await keepObject(world);
  const kept = objects();
  await world.annotator.readLabels([coco(5, []), labels('b.png')]);
  expect(state()).toMatchObject({ summary: { conflicts: 0 } });
  await world.annotator.takeLabels('replace');
  expect(objects()).toEqual(kept);
  expect(world.annotator.document.getState().photos).toMatchObject([{ cocoId: 5 }]);
});

test('labels that come twice cost their second ids, which is counted', async () => {
  const { annotator } = world;
  for (let i = 0; i < 2; i++) {
    await annotator.readLabels([coco(5, [{ id: 8 }, { id: 9 + i }])]);
    await annotator.takeLabels('add');
  }
  const changed = (format: 'coco' | 'coco-panoptic' | 'voc') =>
    changedIds(annotator.document.getState(), { format, scope: 'all' }, 'a');
  expect([changed('coco'), changed('coco-panoptic'), changed('voc')]).toEqual([1, 0, 0]);
});

test('labels bring what a reviewer said of the photo, which is undone with them', async () => {
  const { annotator } = world;
  const review = { state: 'accepted', comment: 'fine', by: 'Mina', when: '' };
  const set = coco(5, [{ id: 8 }], { review });
  const { document } = annotator;
  await annotator.readLabels([set]);
  await annotator.takeLabels('add');
  const said = { state: 'accepted', comment: 'fine', by: 'Mina', when: 0 };
  expect(document.getState()).toMatchObject({ reviews: { a: said }, done: { a: true } });
  await annotator.undo();
  expect(document.getState()).toMatchObject({ reviews: { a: null }, done: { a: false } });
  annotator.reviewPhoto('a', 'rejected', 'two are missing');
  const own = document.getState().reviews.a;
  for (const [onConflict, left] of [
    ['add', own],
    ['replace', said],
  ] as const) {
    await annotator.readLabels([set]);
    await annotator.takeLabels(onConflict);
    expect(document.getState().reviews.a).toEqual(left);
  }
});

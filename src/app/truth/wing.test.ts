import { beforeEach, expect, test, vi } from 'vitest';
import { createDatasets } from '../../formats/client.ts';
import { datasetsHere } from '../../formats/worker/testing/datasets-here.ts';
import { newHead } from '../../projects/records.ts';
import type { Scorer } from '../../scoring/client.ts';
import { scorePhoto } from '../../scoring/pairs.ts';
import { drawBox, openPhoto, settle, setUp, type World } from '../testing/world.ts';
import { tableOf } from './table.ts';

const datasets = { ...createDatasets(), ...datasetsHere, turnOf: async () => null };

type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** Boxes for photos that the tests open, which are 4 x 2. */
function coco(photos: Readonly<Record<string, readonly Box[]>>, size = [4, 2], label = 'cat') {
  const names = Object.keys(photos);
  const json = {
    images: names.map((file_name, id) => ({ id, file_name, width: size[0], height: size[1] })),
    categories: [{ id: 1, name: label }],
    annotations: Object.values(photos).flatMap((boxes, image_id) =>
      boxes.map(([x0, y0, x1, y1]) => ({
        image_id,
        category_id: 1,
        segmentation: [[x0, y0, x1, y0, x1, y1, x0, y1]],
      })),
    ),
  };
  return [{ path: 'truth.json', file: new Blob([JSON.stringify(json)]) }];
}

let world: World;
const truth = () => world.annotator.truth.getState();
const said = () => truth().rows.map(({ ours, truth, iou }) => [ours ? 1 : 0, truth ? 1 : 0, iou]);

/** A box drawn by hand. */
function draw([x0, y0, x1, y1]: Box): void {
  world.annotator.selectObject(null);
  drawBox(world, { x0, y0, x1, y1 });
}

async function read(...[photos, size, label]: Parameters<typeof coco>): Promise<void> {
  await world.annotator.readSet('truth', 'truth.json', coco(photos, size, label));
  await settle();
}

beforeEach(async () => {
  vi.stubGlobal('devicePixelRatio', 1);
  world = setUp(['robust'], { datasets });
  await openPhoto(world, 'a');
  world.annotator.setAgainstTruth(true);
});

test('what is missed and surplus comes first, then pairs by their IoU; no label is changed', async () => {
  draw([0, 0, 2, 2]);
  draw([3, 0, 4, 1]);
  const { document, history } = world.annotator;
  const [labels, steps] = [document.getState(), history.getState()];
  await read({
    'a.png': [
      [0, 0, 1, 2],
      [2, 1, 3, 2],
    ],
  });
  expect(said()).toEqual([
    [0, 1, 0],
    [1, 0, 0],
    [1, 1, 0.5],
  ]);
  expect(truth().truth).toMatchObject({ name: 'truth.json', objects: 2, unmatched: [] });
  expect([document.getState(), history.getState()]).toEqual([labels, steps]);
  expect(document.getState()).toBe(labels);
});

test('the rows follow what is changed, and go with the project', async () => {
  const { annotator } = world;
  draw([0, 0, 2, 2]);
  await read({ 'a.png': [[0, 0, 2, 1]] });
  expect(said()).toEqual([[1, 1, 0.5]]);
  void annotator.undo();
  await settle();
  expect(said()).toEqual([[0, 1, 0]]);
  void annotator.redo();
  await settle();
  expect(said()).toEqual([[1, 1, 0.5]]);
  const head = (name: string) => ({ ...newHead(name), created: 0, turn: 1 });
  annotator.projects.setState({ current: head('one') });
  expect(truth().truth).not.toBeNull();
  annotator.projects.setState({ current: head('two') });
  expect(truth()).toMatchObject({ truth: null, rows: [], isOpen: false });
});

test('with classes that count, a pair is of one class', async () => {
  draw([0, 0, 2, 2]);
  world.annotator.chooseClassNamed('dog');
  await read({ 'a.png': [[0, 0, 2, 2]] });
  expect(said()).toEqual([[1, 1, 1]]);
  world.annotator.setClassAware(true);
  await settle();
  expect(said()).toHaveLength(2);
  const [object] = world.annotator.document.getState().objects.a ?? [];
  world.annotator.selectObject(object?.id ?? null);
  world.annotator.chooseClassNamed('cat');
  await settle();
  expect(said()).toEqual([[1, 1, 1]]);
});

test('another set takes the place of the project’s labels', async () => {
  draw([0, 0, 4, 2]);
  await read({ 'a.png': [[0, 0, 2, 2]] });
  await world.annotator.readSet('ours', 'kim.json', coco({ 'a.png': [[0, 0, 2, 2]] }));
  await settle();
  expect(said()).toEqual([[1, 1, 1]]);
  expect(truth().rows[0]?.ours?.object).toBeNull();
  world.annotator.forgetSet('ours');
  await settle();
  expect(said()).toEqual([[1, 1, 0.5]]);
});

test('a row leads to its photo, where its object is selected and the truth is drawn', async () => {
  const { annotator } = world;
  draw([0, 0, 2, 2]);
  const [object] = annotator.document.getState().objects.a ?? [];
  await openPhoto(world, 'b');
  await read({ 'a.png': [[0, 0, 2, 2]], 'b.png': [[1, 0, 3, 2]] });
  await annotator.stepRow(1);
  expect(annotator.view.getState()).toMatchObject({
    photo: { id: 'b' },
    selectedObjectIds: [],
    heldAgainst: { photoId: 'b', ours: null, truth: truth().rows[0]?.truth?.mask },
  });
  await annotator.stepRow(1);
  await vi.waitFor(() => expect(annotator.view.getState().photo?.id).toBe('a'));
  await settle();
  expect(annotator.view.getState().selectedObjectIds).toEqual([object?.id]);
  const { shownId } = truth();
  await annotator.stepRow(1);
  expect(truth().shownId).toBe(shownId);
  annotator.cancel();
  expect(annotator.view.getState().heldAgainst).toBeNull();
});

test('files that are no truth say why, and leave the one that is there', async () => {
  await read({ 'a.png': [[0, 0, 2, 2]] });
  const { truth: set } = truth();
  await read({ 'elsewhere.png': [[0, 0, 2, 2]] });
  expect(truth()).toMatchObject({ failure: { kind: 'no-photo', names: ['elsewhere.png'] } });
  await read({ 'a.png': [] });
  expect(truth().failure).toMatchObject({ kind: 'empty' });
  await read({ 'a.png': [[0, 0, 2, 2]] }, [7, 2]);
  expect(truth().failure).toMatchObject({ kind: 'other-sizes' });
  // Which way the copy was turned, its photo doesn't say.
  await read({ 'a.png': [[0, 0, 2, 2]] }, [2, 4]);
  expect(truth().failure).toMatchObject({ kind: 'other-sizes' });
  await world.annotator.readSet('truth', 'x', [{ path: 'x.json', file: new Blob(['{']) }]);
  expect(truth().failure).toMatchObject({ kind: 'empty', skipped: [{ file: 'x.json' }] });
  expect(truth().truth).toBe(set);
  await read({ 'a.png': [[0, 0, 8, 4]] }, [8, 4]);
  expect(truth()).toMatchObject({ failure: null, truth: { fitted: 1, objects: 1 } });
  expect(said()).toEqual([[0, 1, 0]]);
});

test('a comparison that takes long says so, can be stopped, and is made when asked again', async () => {
  let isLong = true;
  const whenAborted = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  const scorer: Scorer = {
    score: (signal, ...asked) =>
      isLong ? whenAborted(signal) : Promise.resolve(scorePhoto(...asked)),
  };
  world = setUp(['robust'], { datasets, scorer });
  await openPhoto(world, 'a');
  world.annotator.setAgainstTruth(true);
  await read({ 'a.png': [[0, 0, 2, 2]] });
  await vi.waitFor(() => expect(truth().work).toEqual({ kind: 'scoring', done: 0, of: 1 }));
  world.annotator.cancelTruth();
  await settle();
  expect(truth()).toMatchObject({ work: null, failure: { kind: 'stopped' }, rows: [] });
  isLong = false;
  world.annotator.scoreAgain();
  await settle();
  expect(truth()).toMatchObject({ work: null, failure: null });
  expect(said()).toEqual([[0, 1, 0]]);
});

test('reading that is cancelled leaves nothing', async () => {
  const reading = world.annotator.readSet('truth', 'truth.json', coco({ 'a.png': [[0, 0, 1, 1]] }));
  world.annotator.cancelTruth();
  await reading;
  expect(truth()).toMatchObject({ truth: null, work: null, failure: null });
});

test('the table has a line for each row, with its photo and figures', async () => {
  draw([0, 0, 2, 2]);
  await read({
    'a.png': [
      [0, 0, 1, 2],
      [3, 0, 4, 1],
    ],
  });
  const { photos } = world.annotator.document.getState();
  expect(tableOf(truth().rows, photos).split('\r\n')).toEqual([
    'photo,result,iou,boundary_iou,class,truth_class,object,area,truth_area',
    'a.png,missed,0,0,,cat,,,1',
    'a.png,pair,0.5,0.5,object,cat,Object 1,4,2',
    '',
  ]);
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDatasets, type Datasets } from '../../formats/client.ts';
import { datasetsHere } from '../../formats/worker/testing/datasets-here.ts';
import { keepObject, openPhoto, setUp, type World } from '../testing/world.ts';
import { labels } from './testing/labels.ts';

/** Photos lie turned in their files, as a phone's that was held upright. */
const datasets: Datasets = { ...createDatasets(), ...datasetsHere, turnOf: async () => 6 };

describe('labels from files', () => {
  let world: World;

  const objects = () => world.annotator.document.getState().objects.a ?? [];
  const state = () => world.annotator.transfers.getState().importing;

  beforeEach(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp(['robust'], { datasets });
    await openPhoto(world, 'a');
  });

  it('change nothing until they are taken, and then are one undo step', async () => {
    const { annotator } = world;
    await annotator.readLabels([labels('a.png')]);
    expect(state()).toMatchObject({ kind: 'read', summary: { objects: 1, matched: 1 } });
    expect(objects()).toEqual([]);
    await annotator.takeLabels('add');
    expect(state()).toEqual({ kind: 'taken', objects: 1, photos: 1 });
    const [cat] = world.annotator.document.getState().classes;
    expect(cat?.name).toBe('cat');
    expect(objects()).toMatchObject([{ classId: cat?.id, model: null, predictedIou: null }]);
    expect([...(objects()[0]?.mask.runs ?? [])]).toEqual([0, 2, 6]);
    await annotator.undo();
    expect(objects()).toEqual([]);
  });

  it.each([
    ['add', ['Object 1', 'Object 2']],
    ['replace', ['Object 1']],
    ['leave', ['Object 1']],
  ] as const)('and objects that are there: %s', async (onConflict, names) => {
    await keepObject(world);
    const [kept] = objects();
    await world.annotator.readLabels([labels('a.png')]);
    expect(state()).toMatchObject({ summary: { conflicts: 1 } });
    await world.annotator.takeLabels(onConflict);
    expect(objects().map(({ name }) => name)).toEqual(names);
    expect(objects().includes(kept as never)).toBe(onConflict !== 'replace');
    if (onConflict !== 'leave') await world.annotator.undo();
    expect(objects()).toEqual([kept]);
  });

  it('leave locked objects alone, and keep notes, attributes and tags', async () => {
    await keepObject(world);
    const [kept] = objects();
    world.annotator.setLocked([kept?.id ?? ''], true);
    const coco = {
      images: [{ id: 1, file_name: 'a.png', width: 4, height: 2, tags: ['night'] }],
      categories: [
        { id: 1, name: 'dog' },
        { id: 2, name: 'cat' },
      ],
      annotations: [
        {
          image_id: 1,
          category_id: 2,
          segmentation: [[0, 0, 2, 0, 2, 1, 0, 1]],
          note: 'asleep',
          attributes: { old: true },
        },
      ],
    };
    const file = { path: 'coco.json', file: new Blob([JSON.stringify(coco)]) };
    await world.annotator.readLabels([file]);
    await world.annotator.takeLabels('replace');
    const { classes, tags } = world.annotator.document.getState();
    expect(classes.map(({ name }) => name)).toEqual(['dog', 'cat']);
    expect(tags.a).toEqual(['night']);
    expect(objects()).toMatchObject([
      { id: kept?.id, isLocked: true },
      { classId: classes[1]?.id, note: 'asleep', attributes: [['old', true]] },
    ]);
    await world.annotator.undo();
    expect(world.annotator.document.getState()).toMatchObject({ classes: [], tags: { a: [] } });
    expect(objects()).toHaveLength(1);
  });

  /** A box on the left half of a copy of the photo. */
  function copyLabels(imageWidth: number, imageHeight: number) {
    const points = [
      [0, 0],
      [imageWidth / 2, 0],
      [imageWidth / 2, imageHeight],
      [0, imageHeight],
    ];
    const shapes = [{ label: 'cat', points, shape_type: 'polygon' }];
    const json = { imagePath: 'a.png', imageWidth, imageHeight, shapes };
    return { path: 'a.json', file: new Blob([JSON.stringify(json)]) };
  }

  const LEFT_HALF = [0, 2, 2, 2, 2];
  const [UPPER_HALF, LOWER_HALF] = [
    [0, 4, 4],
    [4, 4],
  ];

  it.each([
    ['resized', [8, 4], { turns: 'right', scales: true }, LEFT_HALF],
    ['turned, as the photo says', [2, 4], { turns: 'as-photo', scales: true }, UPPER_HALF],
    ['turned and resized, to the right', [4, 8], { turns: 'right', scales: false }, UPPER_HALF],
    ['turned, to the left', [2, 4], { turns: 'left', scales: true }, LOWER_HALF],
  ] as const)('of a copy that is %s follow', async (_, [width, height], fit, expected) => {
    const { annotator } = world;
    await annotator.readLabels([copyLabels(width, height)]);
    await annotator.takeLabels('add', fit);
    expect(objects().map(({ mask }) => [mask.size, [...mask.runs]])).toEqual([
      [{ width: 4, height: 2 }, expected],
    ]);
  });

  it('of a copy are left out if that is chosen, and turned as the photo says if nothing is', async () => {
    const { annotator } = world;
    await annotator.readLabels([copyLabels(2, 4)]);
    expect(state()).toMatchObject({ summary: { misfits: { turned: [{}], scaled: [] } } });
    await annotator.takeLabels('add', { turns: 'leave', scales: true });
    expect(objects()).toEqual([]);
    await annotator.readLabels([copyLabels(2, 4)]);
    await annotator.takeLabels('add');
    expect([...(objects()[0]?.mask.runs ?? [])]).toEqual(UPPER_HALF);
  });

  it('of photos that are not open are named', async () => {
    await world.annotator.readLabels([labels('b.png'), labels('a.png')]);
    expect(state()).toMatchObject({ summary: { result: { unmatched: ['b.png'] }, objects: 1 } });
  });

  it('are taken in silence once the dialog is closed', async () => {
    await world.annotator.readLabels([labels('a.png')]);
    const taking = world.annotator.takeLabels('add');
    world.annotator.cancelImport();
    await taking;
    expect(objects()).toHaveLength(1);
    expect(state()).toEqual({ kind: 'idle' });
  });

  it('that were read before a cancel do not come back', async () => {
    const reading = world.annotator.readLabels([labels('a.png')]);
    world.annotator.cancelImport();
    await reading;
    expect(state()).toEqual({ kind: 'idle' });
    await world.annotator.takeLabels('add');
    expect(objects()).toEqual([]);
  });
});

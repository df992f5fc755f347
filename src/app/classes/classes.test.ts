import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decoded, openPhoto, settle, setUp, type World } from '../testing/world.ts';
import { datasetOf } from '../transfers/dataset.ts';

describe('classes', () => {
  let world: World;

  const state = () => world.annotator.document.getState();
  const objects = (photoId = 'a') => state().objects[photoId] ?? [];
  const classNames = () => state().classes.map(({ name }) => name);
  const classOf = (name: string) => state().classes.find((one) => one.name === name);
  const idOf = (name: string) => classOf(name)?.id ?? '';
  /** The name of each object's class. */
  const given = (photoId = 'a') =>
    objects(photoId).map(
      ({ classId }) => state().classes.find(({ id }) => id === classId)?.name ?? null,
    );

  async function keepOne(): Promise<void> {
    void world.annotator.addPoint({ x: 1, y: 1 }, 'include');
    await settle();
    world.decodes.at(-1)?.answer(decoded(3));
    await settle();
    await world.annotator.keep();
    // From here on names mean the next object.
    world.annotator.cancel();
  }

  beforeEach(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
    await openPhoto(world, 'a');
  });

  it('are made by naming them and stick for new objects', async () => {
    const { annotator } = world;
    annotator.chooseClassNamed(' cat ');
    await keepOne();
    await keepOne();
    annotator.chooseClassNamed('dog');
    await keepOne();
    annotator.chooseClassNamed('CAT');
    await keepOne();
    expect(classNames()).toEqual(['cat', 'dog']);
    expect(given()).toEqual(['cat', 'cat', 'dog', 'cat']);
    expect(classOf('cat')?.color).not.toBe(classOf('dog')?.color);
  });

  it('go to the selected objects in one step with their making', async () => {
    const { annotator } = world;
    await keepOne();
    await keepOne();
    annotator.selectObjects(
      objects().map(({ id }) => id),
      null,
    );
    annotator.chooseClassNamed('cat');
    expect(given()).toEqual(['cat', 'cat']);
    expect(annotator.undoName()).toBe('cat for 2 objects');
    await annotator.undo();
    expect(given()).toEqual([null, null]);
    expect(classNames()).toEqual([]);
    await keepOne();
    expect(given()).toEqual([null, null, null]);
  });

  it('stay where a new prompt begins after something was selected', async () => {
    const { annotator } = world;
    await keepOne();
    annotator.selectObject(objects()[0]?.id ?? null);
    void annotator.addPoint({ x: 1, y: 1 }, 'include');
    annotator.chooseClassNamed('cat');
    expect(given()).toEqual([null]);
  });

  it('are renamed and merged on every photo, and undone', async () => {
    const { annotator } = world;
    annotator.chooseClassNamed('cat');
    await keepOne();
    await openPhoto(world, 'b');
    annotator.chooseClassNamed('kitten');
    await keepOne();
    annotator.setClassAttribute(idOf('kitten'), 0, { name: 'age', kind: 'text', choices: [] });
    annotator.renameClass(idOf('kitten'), 'Cat');
    expect(classNames()).toEqual(['cat', 'kitten']);
    annotator.mergeClass(idOf('kitten'), idOf('cat'));
    expect(classNames()).toEqual(['cat']);
    expect([given('a'), given('b')]).toEqual([['cat'], ['cat']]);
    expect(classOf('cat')?.attributes.map(({ name }) => name)).toEqual(['age']);
    annotator.renameClass(idOf('cat'), 'Cat');
    expect([given('a'), given('b')]).toEqual([['Cat'], ['Cat']]);
    await annotator.undo();
    await annotator.undo();
    expect([given('a'), given('b')]).toEqual([['cat'], ['kitten']]);
    expect(annotator.view.getState().photo?.id).toBe('b');
  });

  it('that are deleted leave their objects without one', async () => {
    const { annotator } = world;
    annotator.chooseClassNamed('cat');
    await keepOne();
    annotator.deleteClass(idOf('cat'));
    expect(given()).toEqual([null]);
    await annotator.undo();
    expect(given()).toEqual(['cat']);
    await annotator.redo();
    await keepOne();
    expect(given()).toEqual([null, null]);
  });

  it('come from a list, one name a line, each once', () => {
    const { annotator } = world;
    annotator.chooseClassNamed('dog');
    annotator.importClasses('\ufeffcat\r\n dog \n\nzebra, plains\ncat\n');
    expect(classNames()).toEqual(['dog', 'cat', 'zebra, plains']);
    expect(annotator.view.getState().notices.at(-1)?.text).toBe(
      '2 classes added, 2 were there already.',
    );
  });

  it('ask for attributes, whose answers follow a new name and go with the question', async () => {
    const { annotator } = world;
    annotator.chooseClassNamed('cat');
    await keepOne();
    const [cat, id] = [idOf('cat'), objects()[0]?.id ?? ''];
    const breed = { name: 'breed', kind: 'choice', choices: ['tabby', 'siamese'] } as const;
    annotator.setClassAttribute(cat, 0, breed);
    annotator.setClassAttribute(cat, 1, { name: 'old', kind: 'yes-no', choices: [] });
    annotator.setObjectAttribute(id, 'breed', 'tabby');
    annotator.setObjectAttribute(id, 'old', true);
    annotator.setClassAttribute(cat, 0, { ...breed, name: 'race' });
    expect(objects()[0]?.attributes).toEqual([
      ['race', 'tabby'],
      ['old', true],
    ]);
    annotator.setClassAttribute(cat, 1, { name: 'race', kind: 'text', choices: [] });
    expect(classOf('cat')?.attributes.map(({ name }) => name)).toEqual(['race', 'old']);
    annotator.setClassAttribute(cat, 0, null);
    expect(objects()[0]?.attributes).toEqual([['old', true]]);
    await annotator.undo();
    expect(objects()[0]?.attributes).toHaveLength(2);
  });

  it('give data sets their order and colours, hidden objects included', async () => {
    const { annotator } = world;
    annotator.importClasses('zebra\ncat');
    await keepOne();
    annotator.chooseClassNamed('cat');
    await keepOne();
    annotator.setHidden([objects()[1]?.id ?? ''], true);
    annotator.setNote(objects()[1]?.id ?? '', 'asleep');
    annotator.addTag('night');
    annotator.setClassColor(idOf('cat'), '#0080ff');
    annotator.moveClass(idOf('cat'), -1);
    const { head, labelsOf } = datasetOf('project', state(), state().photos, new Map());
    expect(head.classes.map(({ name }) => name)).toEqual(['cat', 'zebra', 'object']);
    expect(head.classes[0]?.color).toEqual([0, 128, 255]);
    expect(labelsOf('a').objects.map(({ classIndex }) => classIndex)).toEqual([2, 0]);
    expect(labelsOf('a')).toMatchObject({ tags: ['night'], objects: [{}, { note: 'asleep' }] });
  });
});

describe('tags', () => {
  it('are words for a photo, each once', async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    const world = setUp();
    await openPhoto(world, 'a');
    const { annotator } = world;
    for (const tag of ['night', ' rain ', 'night', '']) annotator.addTag(tag);
    expect(annotator.document.getState().tags.a).toEqual(['night', 'rain']);
    annotator.removeTag('night');
    expect(annotator.document.getState().tags.a).toEqual(['rain']);
    await annotator.undo();
    expect(annotator.document.getState().tags.a).toEqual(['night', 'rain']);
  });
});

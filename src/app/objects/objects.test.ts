import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadWords, setLanguage } from '../../words/words.ts';
import { decoded, openPhoto, settle, setUp, type World } from '../testing/world.ts';
import { placedAt, shifted } from './ordering.ts';

await loadWords('ko');

describe('objects', () => {
  let world: World;

  const objects = () => world.annotator.document.getState().objects.a ?? [];
  const names = () => objects().map(({ name }) => name);
  const idOf = (name: string) => objects().find((object) => object.name === name)?.id ?? '';
  const view = () => world.annotator.view.getState();
  const notices = () => view().notices.map(({ text }) => text);

  /** The photo is 4 x 2; the mask is its last `area` pixels. */
  async function keepOne(area: number): Promise<void> {
    void world.annotator.addPoint({ x: 1, y: 1 }, 'include');
    await answer(area);
    await world.annotator.keep();
  }

  async function answer(area: number): Promise<void> {
    await settle();
    world.decodes.at(-1)?.answer(decoded(area));
    await settle();
  }

  afterEach(() => setLanguage('en'));

  beforeEach(async () => {
    vi.stubGlobal('devicePixelRatio', 1);
    world = setUp();
    await openPhoto(world, 'a');
    await keepOne(6);
    await keepOne(3);
    await keepOne(1);
  });

  it('are selected on the photo from the top down, and round again', () => {
    const { annotator } = world;
    const at = { x: 3.5, y: 1.5 };
    const picked = [0, 1, 2, 3].map(() => {
      annotator.selectAt(at, false);
      return objects().find(({ id }) => id === view().selectedObjectId)?.name;
    });
    expect(picked).toEqual(['Object 3', 'Object 2', 'Object 1', 'Object 3']);
    annotator.selectAt({ x: 0.5, y: 0.5 }, false);
    expect(view().selectedObjectIds).toEqual([]);
  });

  it('that are hidden or locked are out of reach of clicks', () => {
    const { annotator } = world;
    annotator.setHidden([idOf('Object 3')], true);
    annotator.setLocked([idOf('Object 2')], true);
    annotator.selectAt({ x: 3.5, y: 1.5 }, false);
    expect(view().selectedObjectId).toBe(idOf('Object 1'));
  });

  it('that are locked stay as they are, and it is said', () => {
    const { annotator } = world;
    const locked = idOf('Object 2');
    annotator.setLocked([locked], true);
    const before = objects()[1];
    annotator.renameObject(locked, 'Cat');
    annotator.setNote(locked, 'note');
    annotator.setObjectAttribute(locked, 'old', true);
    annotator.shiftObjects([locked], 'front');
    void annotator.refineObject(locked);
    annotator.selectObject(locked);
    annotator.chooseClassNamed('cat');
    expect(objects()[1]).toBe(before);
    expect(notices()).toEqual(['Object 2 is locked and stays as it is.']);
    annotator.deleteObjects(objects().map(({ id }) => id));
    expect(names()).toEqual(['Object 2']);
    annotator.setLocked([locked], false);
    annotator.deleteObjects([locked]);
    expect(names()).toEqual([]);
  });

  it('are deleted together and come back to their places in one step', async () => {
    const { annotator } = world;
    annotator.selectObjects([idOf('Object 1'), idOf('Object 3')], idOf('Object 1'));
    annotator.deleteObjects(view().selectedObjectIds);
    expect(names()).toEqual(['Object 2']);
    expect(view().selectedObjectIds).toEqual([]);
    await annotator.undo();
    expect(names()).toEqual(['Object 1', 'Object 2', 'Object 3']);
  });

  it('are duplicated above their originals, with names and colours of their own', async () => {
    const { annotator } = world;
    annotator.duplicateObjects([idOf('Object 1'), idOf('Object 2')]);
    expect(names()).toEqual(['Object 1', 'Object 1 copy', 'Object 2', 'Object 2 copy', 'Object 3']);
    annotator.duplicateObjects([idOf('Object 1 copy')]);
    expect(names()).toContain('Object 1 copy 2');
    void annotator.undo();
    expect(new Set(objects().map(({ color }) => color)).size).toBe(5);
    expect(new Set(objects().map(({ id }) => id)).size).toBe(5);
    await annotator.undo();
    expect(names()).toEqual(['Object 1', 'Object 2', 'Object 3']);
  });

  it('that are made in Korean are called so, and copies of copies are counted', async () => {
    const { annotator } = world;
    annotator.setLanguage('ko');
    await keepOne(2);
    annotator.duplicateObjects([idOf('객체 4')]);
    annotator.duplicateObjects([idOf('객체 4 사본')]);
    expect(names().slice(3)).toEqual(['객체 4', '객체 4 사본', '객체 4 사본 2']);
    expect(annotator.undoName()).toBe('객체 4 사본 복제');
  });

  it('take a note and answers, and an answer of nothing goes', () => {
    const { annotator } = world;
    const id = idOf('Object 1');
    annotator.setNote(id, 'cracked');
    annotator.setObjectAttribute(id, 'old', true);
    annotator.setObjectAttribute(id, 'breed', 'tabby');
    annotator.setObjectAttribute(id, 'old', false);
    expect(objects()[0]).toMatchObject({
      note: 'cracked',
      attributes: [
        ['old', false],
        ['breed', 'tabby'],
      ],
    });
    annotator.setObjectAttribute(id, 'old', null);
    expect(objects()[0]?.attributes).toEqual([['breed', 'tabby']]);
  });

  it('that are opened again get a new mask and keep everything else', async () => {
    const { annotator } = world;
    const id = idOf('Object 2');
    annotator.selectObject(id);
    annotator.chooseClassNamed('cat');
    annotator.setNote(id, 'tail');
    const before = objects()[1];
    void annotator.refineObject(id);
    await answer(3);
    expect(annotator.document.getState().prompts.a).toEqual(before?.prompt);
    void annotator.addPoint({ x: 2, y: 1 }, 'include');
    await answer(5);
    await annotator.keep();
    const after = objects()[1];
    expect(after).toEqual({ ...before, mask: after?.mask, prompt: after?.prompt });
    expect([...(after?.mask.runs ?? [])]).toEqual([3, 5]);
    expect(after?.prompt).toHaveLength(2);
    expect(names()).toHaveLength(3);
    void annotator.undo();
    await answer(5);
    expect(objects()[1]).toEqual(before);
    expect(annotator.document.getState()).toMatchObject({ refined: { a: id } });
    await annotator.redo();
    expect(annotator.document.getState()).toMatchObject({ refined: { a: null } });
  });

  it('that are opened again and left are as they were, and the next prompt makes a new one', async () => {
    const { annotator } = world;
    const before = objects();
    void annotator.refineObject(idOf('Object 2'));
    await answer(3);
    void annotator.addPoint({ x: 2, y: 1 }, 'include');
    annotator.cancel();
    expect(objects()).toBe(before);
    await keepOne(2);
    expect(names()).toHaveLength(4);
  });

  it('that are opened again and deleted leave their prompt to a new object', async () => {
    const { annotator } = world;
    void annotator.refineObject(idOf('Object 2'));
    await answer(3);
    annotator.deleteObjects([idOf('Object 2')]);
    await annotator.keep();
    expect(names()).toEqual(['Object 1', 'Object 3', 'Object 4']);
  });

  it('that no prompt made are opened again by a box around them', async () => {
    const { annotator } = world;
    const [first] = objects();
    if (!first) throw new Error('there are three objects');
    annotator.duplicateObjects([first.id]);
    // As if it had come with labels: the document is the same but for the prompt.
    const copy = objects()[1];
    Object.assign(copy ?? {}, { prompt: [] });
    void annotator.refineObject(copy?.id ?? '');
    expect(annotator.document.getState().prompts.a).toMatchObject([
      { kind: 'box', box: { x0: 0, y0: 0, x1: 4, y1: 2 } },
    ]);
  });
});

describe('the drawing order', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];

  it.each([
    ['forward', ['b'], 'acbde'],
    ['forward', ['a', 'c'], 'bdace'],
    ['forward', ['e'], 'abcde'],
    ['backward', ['c'], 'acbde'],
    ['backward', ['b', 'd'], 'bdace'],
    ['backward', ['a'], 'abcde'],
    ['front', ['a', 'c'], 'bdeac'],
    ['back', ['e', 'c'], 'ceabd'],
  ] as const)('%s takes %j along', (to, moving, after) => {
    expect(shifted(ids, moving, to).join('')).toBe(after);
  });

  it('takes objects to a place among the others, wherever they come from', () => {
    expect(placedAt(ids, ['d', 'a'], 1).join('')).toBe('badce');
    expect(placedAt(ids, ['b'], 99).join('')).toBe('acdeb');
  });
});

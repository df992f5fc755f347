import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { decoded, file, openPhoto, settle, setUp, type World } from '../testing/world.ts';

let world: World;

beforeEach(() => {
  vi.stubGlobal('devicePixelRatio', 1);
  world = setUp(['robust']);
});

afterEach(() => vi.unstubAllGlobals());

const click = () => void world.annotator.addPoint({ x: 1, y: 1 }, 'include');
const view = () => world.annotator.view.getState();
const objects = (photoId = 'a') => world.annotator.document.getState().objects[photoId] ?? [];

async function answer(): Promise<void> {
  await settle();
  world.decodes.shift()?.answer(decoded(4));
  await settle();
}

async function keepOne(): Promise<void> {
  click();
  void world.annotator.keep();
  await answer();
}

/** A photo that is shown and not encoded yet. */
async function openUnencoded(): Promise<void> {
  void world.annotator.openFiles([file('a')]);
  await vi.waitFor(() => expect(world.encodes).toHaveLength(1));
  await settle();
}

it('Enter while the click waits for the encoding keeps the object when its mask is there', async () => {
  await openUnencoded();
  click();
  void world.annotator.keep();
  await settle();
  expect(objects()).toHaveLength(0);
  expect(view().keptNext).toBe(world.annotator.document.getState().prompts.a);
  world.encodes[0]?.();
  await answer();
  expect(objects()).toHaveLength(1);
  expect(view().keptNext).toBeNull();
});

it('Enter twice keeps one object', async () => {
  await openUnencoded();
  click();
  void world.annotator.keep();
  void world.annotator.keep();
  world.encodes[0]?.();
  await answer();
  await answer();
  expect(objects()).toHaveLength(1);
});

it('Escape calls off what was asked to be kept', async () => {
  await openUnencoded();
  click();
  void world.annotator.keep();
  world.annotator.cancel();
  world.encodes[0]?.();
  await answer();
  expect(objects()).toHaveLength(0);
  expect(view().keptNext).toBeNull();
});

it('after Enter a name is that of what was just kept, and of what comes after', async () => {
  await openPhoto(world, 'a');
  await keepOne();
  world.annotator.chooseClassNamed('cat');
  const [cat] = world.annotator.document.getState().classes;
  expect(objects()[0]?.classId).toBe(cat?.id);
  await keepOne();
  expect(objects()[1]?.classId).toBe(cat?.id);
});

it('once something else is begun, a name means that', async () => {
  await openPhoto(world, 'a');
  for (const begin of [
    click,
    () => world.annotator.chooseTool('brush'),
    () => world.annotator.selectObject(null),
    () => world.annotator.cancel(),
  ]) {
    await keepOne();
    const before = objects().at(-1);
    begin();
    world.annotator.chooseClassNamed(`class ${objects().length}`);
    expect(objects().at(-1)).toBe(before);
    world.annotator.chooseClass(null);
    world.annotator.chooseTool('prompt');
    world.annotator.clearPrompt();
    world.decodes.length = 0;
  }
});

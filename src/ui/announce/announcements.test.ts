import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { decoded, file, openPhoto, settle, setUp, type World } from '../../app/testing/world.ts';
import type { PhotoReport } from '../../report/report.ts';
import { loadWords, setLanguage } from '../../words/words.ts';
import { announcements, type Moment } from './announcements.ts';

await loadWords('ko');

let world: World;
let before: Moment;

beforeEach(async () => {
  vi.stubGlobal('devicePixelRatio', 1);
  world = setUp(['robust']);
  await openPhoto(world, 'a');
  before = moment();
});

afterEach(() => {
  vi.unstubAllGlobals();
  setLanguage('en');
});

function moment(): Moment {
  const { document, view, history } = world.annotator;
  return { document: document.getState(), view: view.getState(), ...history.getState() };
}

/** Since it was asked last. */
function heard(): string {
  const now = moment();
  const words = announcements(before, now).join(' ');
  before = now;
  return words;
}

async function answer(area: number): Promise<void> {
  await settle();
  world.decodes.shift()?.answer(decoded(area));
  await settle();
}

async function click(area = 4): Promise<void> {
  void world.annotator.addPoint({ x: 1, y: 1 }, 'include');
  await answer(area);
}

test('a mask that comes says how large and how sure it is', async () => {
  await click(2);
  expect(heard()).toBe('Mask found: 25 % of the photo, confidence 90 %. 3 candidates.');
});

test('a mask that the model doubts says so together with what is wrong with the photo', async () => {
  const doubted = async (report: Partial<PhotoReport>) => {
    const measured = world.annotator.view.getState().measured;
    if (measured)
      world.annotator.view.setState({
        measured: { ...measured, report: { ...measured.report, ...report } },
      });
    void world.annotator.addPoint({ x: 1, y: 1 }, 'include');
    await settle();
    const { ok, value } = decoded(2);
    const candidates = value.candidates.map((one) => ({ ...one, predictedIou: 0.52 }));
    world.decodes.shift()?.answer({ ok, value: { ...value, candidates } });
    await settle();
    return heard();
  };
  const clear = { contrast: 0.3, haze: 0, blur: 0, darkness: 0.4 };
  expect(await doubted(clear)).not.toMatch(/unsure/);
  expect(await doubted({ ...clear, darkness: 0.95 })).toMatch(
    /The model is unsure, and the photo is poor: Dark\.$/,
  );
});

test('another candidate says which it is', async () => {
  await click();
  heard();
  void world.annotator.cycleCandidate(1);
  await settle();
  const [waiting] = world.decodes.splice(0);
  const { ok, value } = decoded(2);
  waiting?.answer({ ok, value: { ...value, token: 2 } });
  await settle();
  expect(heard()).toBe('Candidate 2 of 3, Part: 25 % of the photo, confidence 90 %.');
});

test('an object is said to be kept, named, selected, deleted, and brought back', async () => {
  const { annotator } = world;
  await click();
  heard();
  await annotator.keep();
  expect(heard()).toBe('Object 1 kept.');
  annotator.chooseClassNamed('cat');
  expect(heard()).toBe('Class: Object 1, cat.');
  const [object] = annotator.document.getState().objects.a ?? [];
  annotator.selectObject(object?.id ?? null);
  expect(heard()).toBe('Object 1, cat selected.');
  annotator.deleteObjects([object?.id ?? '']);
  expect(heard()).toBe('Object 1, cat deleted. 0 objects left.');
  await annotator.undo();
  expect(heard()).toBe('Undone: delete Object 1.');
  await annotator.redo();
  expect(heard()).toBe('Redone: delete Object 1.');
});

test('a click that waits says so, and so does what will be kept', async () => {
  void world.annotator.openFiles([file('b')]);
  await vi.waitFor(() => expect(world.encodes).toHaveLength(2));
  await settle();
  expect(heard()).toBe('b.png, photo 2 of 2, 0 objects.');
  void world.annotator.addPoint({ x: 1, y: 1 }, 'include');
  expect(heard()).toBe('Your click waits until the photo is encoded');
  void world.annotator.keep();
  await settle();
  expect(heard()).toBe('Will be kept as soon as the photo is encoded');
});

test('what happens is said in the language of the page', async () => {
  setLanguage('ko');
  await click(2);
  expect(heard()).toMatch(/^마스크를 찾았습니다. 사진의 25%/);
});

test('panning and hovering say nothing', () => {
  world.annotator.panBy(10, 10);
  world.annotator.hover({ x: 1, y: 1 });
  expect(heard()).toBe('');
});

import { beforeEach, expect, test, vi } from 'vitest';
import { DEGRADATION_NAMES } from '../../degrade/stack.ts';
import { closeLevels } from '../../photo/levels.ts';
import type { PhotoLevel } from '../../photo/protocol.ts';
import { decoded, openPhoto, settle, setUp, type World } from '../testing/world.ts';

const size = { width: 4, height: 2 };
/** A dark photo. */
const POOR = {
  version: 1,
  noise: 0,
  blur: 0,
  motion: { degrees: 0, strength: 0 },
  darkness: 0.95,
  haze: 0,
  contrast: 0.2,
  blocks: 1,
  histogram: [1],
};
let world: World;
const lab = () => world.annotator.lab.getState();
const shown = () => world.annotator.view.getState().lab;

/** Levels that say whether their picture was closed. */
function levelsOf() {
  const close = vi.fn();
  const bitmap = { ...size, close } as Partial<ImageBitmap> as ImageBitmap;
  const levels: readonly PhotoLevel[] = [{ size, tiles: [{ x: 0, y: 0, bitmap }] }];
  return { levels, close };
}

/** The newest stack is done. */
async function finish() {
  await vi.waitFor(() => expect(world.degrades.length).toBeGreaterThan(0));
  await settle();
  const made = levelsOf();
  const modelImage = { size, rgb: new Uint8Array(24).fill(7) };
  world.degrades.at(-1)?.answer({ levels: made.levels, modelImage, report: POOR });
  await settle();
  return made;
}

/** An object in hand whose mask covers so many of the 8 pixels. */
async function click(foreground: number): Promise<void> {
  void world.annotator.addPoint({ x: 1, y: 1 }, 'include');
  await settle();
  world.decodes.at(-1)?.answer(decoded(foreground));
  await settle();
}

beforeEach(async () => {
  vi.stubGlobal('devicePixelRatio', 1);
  world = setUp();
  await openPhoto(world, 'a');
  world.annotator.setLab(true);
});

test('a degraded photo takes the photo’s place on the stage until the lab is closed; the document stays', async () => {
  const { annotator } = world;
  const [document, history] = [annotator.document.getState(), annotator.history.getState()];
  annotator.addDegradation('fog');
  expect(lab().work).toBe('degrading');
  const { levels, close } = await finish();
  expect(shown()?.levels).toBe(levels);
  expect(lab().work).toBeNull();
  annotator.setLab(false);
  expect(shown()).toBeNull();
  expect(close).toHaveBeenCalledOnce();
  expect([annotator.document.getState(), annotator.history.getState()]).toEqual([
    document,
    history,
  ]);
  expect(annotator.view.getState().photo?.id).toBe('a');
});

test('degradations are added, reordered, made stronger and removed; the newest stack counts', async () => {
  const { annotator } = world;
  annotator.addDegradation('fog');
  annotator.addDegradation('rain');
  const [fog, rain] = lab().steps;
  annotator.moveDegradation(rain?.id ?? '', -1);
  annotator.moveDegradation(rain?.id ?? '', -1);
  annotator.previewSeverity(fog?.id ?? '', 0.9);
  annotator.keepSeverity();
  annotator.setLabSeed(7);
  await settle();
  expect(world.degrades.at(-1)?.stack).toEqual({
    steps: [
      { name: 'rain', severity: 0.5 },
      { name: 'fog', severity: 0.9 },
    ],
    seed: 7,
  });
  const { close } = await finish();
  annotator.removeDegradation(fog?.id ?? '');
  annotator.removeDegradation(rain?.id ?? '');
  expect(shown()?.levels).toBeNull();
  expect(close).toHaveBeenCalledOnce();
  expect(lab().steps).toEqual([]);
});

test('both models are asked on the degraded pixels, against the mask of the clear photo', async () => {
  const { annotator, zooms } = world;
  await click(4);
  annotator.addDegradation('fog');
  await finish();
  void annotator.askInLab();
  await settle();
  const box = { x0: 0, y0: 0, x1: 4, y1: 2 };
  expect(zooms[0]?.request).toMatchObject({ model: 'robust', crop: { box } });
  expect(zooms[0]?.request.crop.image.rgb[0]).toBe(7);
  expect(zooms[0]?.request).toMatchObject({ isClear: false });
  expect(zooms[0]?.request.photoId).not.toBe('a');
  zooms[0]?.answer(decoded(4));
  await settle();
  zooms[1]?.answer(decoded(8));
  await settle();
  world.restores[0]?.answer({
    modelImage: { size, rgb: new Uint8Array(24).fill(9) },
    isClear: true,
  });
  await settle();
  expect(zooms[2]?.request).toMatchObject({ model: 'plain', isClear: true });
  expect(zooms[2]?.request.crop.image.rgb[0]).toBe(9);
  zooms[2]?.answer(decoded(3));
  await settle();
  expect(lab().results?.all).toMatchObject([
    { subject: 'robust', iou: 1, boundaryIou: 1 },
    { subject: 'plain', iou: 0.5 },
    { subject: 'restored_plain', iou: 0.75 },
  ]);
  annotator.showLabDifference('plain');
  expect(shown()?.difference?.surplus.runs).toEqual(Uint32Array.of(0, 4, 4));
  annotator.setLabSeed(2);
  expect([lab().results, shown()?.difference]).toEqual([null, null]);
});

test('a selected object is the truth before the mask in hand', async () => {
  const { annotator, zooms } = world;
  await click(4);
  await annotator.keep();
  const [object] = annotator.document.getState().objects.a ?? [];
  annotator.selectObject(object?.id ?? null);
  annotator.addDegradation('fog');
  await finish();
  void annotator.askInLab();
  await settle();
  expect(zooms[0]?.request.prompt).toEqual(object?.prompt);
  zooms[0]?.answer(decoded(4));
  await settle();
  zooms[1]?.answer({ ok: false, problem: { kind: 'out-of-memory' } });
  await settle();
  expect(lab()).toMatchObject({ results: null, work: null, failure: { kind: 'asking' } });
});

test('another photo gets the same stack, and what was made of the one before is closed', async () => {
  const { annotator } = world;
  annotator.addDegradation('fog');
  const { close } = await finish();
  await openPhoto(world, 'b');
  expect(close).toHaveBeenCalledOnce();
  const asked = world.degrades.length;
  expect(asked).toBe(2);
  const { levels } = await finish();
  expect(shown()?.levels).toBe(levels);
  closeLevels(levels);
});

test('what comes after the lab was closed is dropped', async () => {
  world.annotator.addDegradation('fog');
  await vi.waitFor(() => expect(world.degrades).toHaveLength(1));
  world.annotator.setLab(false);
  await settle();
  expect(shown()).toBeNull();
  expect(lab()).toMatchObject({ work: null, failure: null });
});

/** Answers whatever is asked until nothing more is; masks cover so many of the 8 pixels. */
async function answerAll(foreground: number, until: () => boolean): Promise<void> {
  const answered = { degrades: 0, zooms: 0, restores: 0 };
  const modelImage = { size, rgb: new Uint8Array(24) };
  while (!until()) {
    await settle();
    for (const one of world.degrades.slice(answered.degrades))
      one.answer({ levels: [], modelImage, report: POOR });
    for (const one of world.zooms.slice(answered.zooms)) one.answer(decoded(foreground));
    for (const one of world.restores.slice(answered.restores))
      one.answer({ modelImage, isClear: false });
    answered.degrades = world.degrades.length;
    answered.zooms = world.zooms.length;
    answered.restores = world.restores.length;
  }
}

test('all degradations are run at five severities, for three ways to ask', {
  timeout: 60_000,
}, async () => {
  await click(4);
  void world.annotator.runAllInLab();
  await answerAll(3, () => lab().work === null);
  const conditions = 1 + 5 * DEGRADATION_NAMES.length;
  expect(lab().run).toMatchObject({ done: conditions, of: conditions, isOver: true });
  expect(lab().run?.rows).toHaveLength(3 * conditions);
  expect(lab().run?.rows[0]?.answer).toMatchObject({ prompt: 'own', iou: 0.75 });
  expect(world.degrades[0]?.stack.steps).toEqual([]);
  const [worst] = lab().run?.worst ?? [];
  expect(worst).toMatchObject({ subject: 'robust', iou: 0.75 });
  world.annotator.openLabCase({ degradation: 'fog', severity: 0.7 });
  expect(lab().steps).toMatchObject([{ name: 'fog', severity: 0.7 }]);
  const { fileOf } = await import('./saving.ts');
  const run = lab().run;
  if (!run) throw new Error('the run is gone');
  expect((await (await fileOf(run, 'csv')).text()).trim().split('\r\n')).toHaveLength(
    3 * conditions + 1,
  );
  expect(JSON.parse(await (await fileOf(run, 'json')).text()).photos).toBe(1);
  expect(await (await fileOf(run, 'html')).text()).toContain('<svg');
});

test('a run that is cancelled keeps what it has, and another photo forgets it', async () => {
  await click(4);
  void world.annotator.runAllInLab();
  await answerAll(4, () => (lab().run?.done ?? 0) >= 2);
  world.annotator.cancelLabRun();
  await settle();
  expect(lab()).toMatchObject({ work: null, failure: null, run: { done: 2, isOver: false } });
  expect(lab().run?.rows).toHaveLength(6);
  const asked = world.degrades.length;
  await settle();
  expect(world.degrades.length).toBe(asked);
  await openPhoto(world, 'b');
  expect(lab().run).toBeNull();
});

test('a degradation that is added stops a run', async () => {
  await click(4);
  void world.annotator.runAllInLab();
  await answerAll(4, () => (lab().run?.done ?? 0) >= 1);
  world.annotator.addDegradation('fog');
  await finish();
  expect(lab()).toMatchObject({ work: null, failure: null, run: { isOver: false } });
});

import type { Page } from '@playwright/test';
import { AnnotatorPage } from '../pages/annotator.ts';
import { untilEmpty, writePhoto } from './panning.ts';
import { type Summary, summarise } from './statistics.ts';

const OBJECTS = 500;
const FRAMES = 120;
/** Selections; twenty more are measured. */
const WARM_UP = 3;
/** Milliseconds. */
const OPEN_TIMEOUT = 120_000;
const REST = 300;

/** Times in milliseconds. */
export interface ManyObjects {
  /** Between frames: of the whole photo moved, of a part at full size moved, of zooming, of the pointer going over them. */
  readonly panningAll: Summary;
  readonly panningClose: Summary;
  readonly zooming: Summary;
  readonly hovering: Summary;
  /** From a click on an object to the frame that shows it selected, and what of that is not waiting for the display. */
  readonly selecting: Summary;
  readonly selectingWork: Summary;
  /** The first ones of a visit, in order, whose code the browser has not compiled yet: they are not among those above. */
  readonly firstSelections: readonly number[];
}

/** 500 ragged objects with holes on a 24-megapixel photo, in a page of their own. */
export async function measureManyObjects(page: Page): Promise<ManyObjects> {
  await page.bringToFront();
  await page.reload();
  await untilEmpty(page);
  await page.locator('#photo-picker').setInputFiles(writePhoto());
  await new AnnotatorPage(page).untilReady(OPEN_TIMEOUT);
  await page.evaluate(addObjects, OBJECTS);
  const frames = await page.evaluate(moveAndTime, { frames: FRAMES, rest: REST });
  return {
    panningAll: summarise(frames.panningAll),
    panningClose: summarise(frames.panningClose),
    zooming: summarise(frames.zooming),
    hovering: summarise(frames.hovering),
    selecting: summarise(frames.selecting.slice(WARM_UP)),
    selectingWork: summarise(frames.selectingWork.slice(WARM_UP)),
    firstSelections: frames.selectingWork.slice(0, WARM_UP),
  };
}

/** Runs in the page. Rings whose edges jump from row to row by up to three pixels. */
function addObjects(count: number): void {
  const { document, view } = window.annotator;
  const { photo, viewport } = view.getState();
  const { width, height } = viewport.image;
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const ring = (cx: number, cy: number, radius: number) => {
    const runs: number[] = [];
    let end = 0;
    const add = (y: number, from: number, to: number) => {
      runs.push(y * width + from - end, to - from);
      end = y * width + to;
    };
    for (let y = cy - radius + 1; y < cy + radius; y++) {
      const half = Math.floor(Math.sqrt(radius ** 2 - (y - cy) ** 2)) + Math.floor(random() * 4);
      const hole = Math.sqrt(Math.max((radius / 2) ** 2 - (y - cy) ** 2, 0));
      const inner = hole > 0 ? Math.floor(hole + random() * 4) : 0;
      if (inner === 0 || inner >= half) add(y, cx - half, cx + half);
      else {
        add(y, cx - half, cx - inner);
        add(y, cx + inner, cx + half);
      }
    }
    runs.push(width * height - end);
    return Uint32Array.from(runs);
  };
  const objects = Array.from({ length: count }, (_, i) => {
    const radius = 40 + Math.floor(random() * 120);
    const cx = Math.floor(radius + 4 + random() * (width - 2 * radius - 8));
    const cy = Math.floor(radius + 4 + random() * (height - 2 * radius - 8));
    return {
      id: `object ${i}`,
      name: `Object ${i + 1}`,
      mask: { size: { width, height }, runs: ring(cx, cy, radius) },
      color: i,
      classId: null,
      predictedIou: 0.9,
      model: 'robust' as const,
      prompt: [],
      isHidden: false,
      isLocked: false,
      note: '',
      attributes: [],
    };
  });
  document.setState({ objects: { [photo?.id ?? '']: objects } });
}

/** Runs in the page. */
async function moveAndTime({ frames, rest }: { frames: number; rest: number }) {
  const { annotator } = window;
  const frame = () => new Promise<number>(requestAnimationFrame);
  const timed = async (act: (i: number) => void) => {
    const deltas: number[] = [];
    await frame();
    let last = await frame();
    for (let i = 0; i < frames; i++) {
      act(i);
      const now = await frame();
      deltas.push(now - last);
      last = now;
    }
    return deltas;
  };
  const pan = (i: number) => annotator.panBy(i % 60 < 30 ? 8 : -8, i % 60 < 30 ? 5 : -5);
  annotator.setHoverEnabled(false);
  annotator.fit();
  const panningAll = await timed(pan);
  const zooming = await timed((i) => annotator.zoomBy(i % 60 < 30 ? 1.05 : 1 / 1.05, null));
  annotator.fit();
  const { width, height } = annotator.view.getState().viewport.image;
  const hovering = await timed((i) =>
    annotator.hover({ x: (width * i) / frames, y: (height * i) / frames }),
  );
  const selecting: number[] = [];
  const selectingWork: number[] = [];
  const objects = Object.values(annotator.document.getState().objects).flat();
  for (let i = 0; i < objects.length; i += 22) {
    // What follows a selection in the next frames, such as the list's scrolling, is over.
    await new Promise((resolve) => setTimeout(resolve, rest));
    await frame();
    // Not in the frame's own time.
    await new Promise((resolve) => setTimeout(resolve));
    const frameStart = frame().then(() => performance.now());
    // In an object's first row, so there is one to select.
    const [before = 0, length = 0] = objects[i]?.mask.runs ?? [];
    const pixel = before + Math.floor(length / 2);
    const at = { x: (pixel % width) + 0.5, y: Math.floor(pixel / width) + 0.5 };
    const started = performance.now();
    annotator.selectAt(at, false);
    // The panels are drawn in a microtask, the picture with the next frame.
    await new Promise<void>(queueMicrotask);
    const answered = performance.now();
    await window.painted();
    const end = performance.now();
    selecting.push(end - started);
    selectingWork.push(end - (await frameStart) + answered - started);
  }
  annotator.actualSize();
  const panningClose = await timed(pan);
  return { panningAll, panningClose, zooming, hovering, selecting, selectingWork };
}

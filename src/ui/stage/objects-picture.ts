import type { ImageBox } from '../../geometry/spaces.ts';
import { photoOnStage, type Viewport } from '../../geometry/viewport.ts';
import type { Surface } from './surface.ts';

/** So much more than the stage is painted on each side behind it, as a share of it, for the view to move into. */
const MARGIN = 0.25;
/** While the view moves, a picture is shown as much larger, and no more: its lines would be too soft and too wide. */
const MOST_ZOOM = 1.5;
/** Milliseconds of each frame for painting the next picture. */
const SLICE_MILLISECONDS = 6;
/** So long what was changed is waited for, before the rest of it is left to the next frames. */
const FIRST_MILLISECONDS = 80;
/** Objects a slice: however slow the machine, hundreds of them are there within a second. */
const LEAST_SLICE = 16;

/** Paints an object at each step, so it can be left off until the next frame. */
export type PaintAll = (surface: Surface, viewport: Viewport) => Generator<void>;

/**
 * Hundreds of objects take longer to paint than a frame lasts. They are painted as a picture, which moves
 * with the view; where it doesn't do any more, the next one, a little larger than the stage, is painted
 * behind it, a slice a frame. What is changed of the objects themselves is painted and seen at once; of thousands
 * the picture before stays until the next one is whole.
 */
export interface ObjectsPicture {
  /**
   * `subject` is all that the picture depends on beside the view. False: with another frame it will
   * look better.
   */
  paint(surface: Surface, view: PictureView, paintAll: PaintAll): boolean;
  release(): void;
}

interface PictureView {
  readonly viewport: Viewport;
  readonly isMoving: boolean;
  readonly subject: readonly unknown[];
}

interface Picture {
  readonly surface: Surface;
  readonly viewport: Viewport;
  readonly subject: readonly unknown[];
  /** It goes beyond the stage. */
  readonly isWide: boolean;
  /** What is left to paint; null when it is whole. */
  rest: Iterator<void> | null;
}

export function createObjectsPicture(): ObjectsPicture {
  let picture: Picture | null = null;
  let next: Picture | null = null;
  let slice = LEAST_SLICE;

  function goOnWith(work: Picture): void {
    const started = performance.now();
    paintSteps(work, slice);
    flush(work);
    // Twice as many at most: the first ones may have been on the way already.
    const share = SLICE_MILLISECONDS / (performance.now() - started);
    slice = Math.max(LEAST_SLICE, Math.floor(slice * Math.min(2, share)));
  }

  function goOnFor(milliseconds: number, work: Picture): void {
    const until = performance.now() + milliseconds;
    do goOnWith(work);
    while (work.rest && performance.now() < until);
  }

  /** The picture to be shown now. */
  function pictureFor(
    surface: Surface,
    { viewport, isMoving, subject }: PictureView,
    paintAll: PaintAll,
  ): Picture {
    const isNow = (one: Picture) => isOf(one, surface, viewport, subject);
    if (next && !isNow(next)) next = null;
    if (!picture || !isNow(picture)) {
      next ??= beginPicture(surface, viewport, subject, paintAll, 0);
      goOnFor(FIRST_MILLISECONDS, next);
      const isOfOther = picture?.viewport.image !== viewport.image;
      if (picture && next.rest && !isOfOther) return picture;
      picture = next;
      next = null;
    } else if (picture.rest) {
      goOnWith(picture);
    } else if (!serves(picture, viewport, isMoving)) {
      // While the view moves, one that comes late is better than none.
      if (!next || !(isMoving || serves(next, viewport, isMoving)))
        next = beginPicture(surface, viewport, subject, paintAll, MARGIN);
      goOnWith(next);
      if (!next.rest) [picture, next] = [next, null];
    }
    return picture;
  }

  return {
    paint(surface, view, paintAll) {
      const { viewport, isMoving, subject } = view;
      const shown = pictureFor(surface, view, paintAll);
      drawMoved(surface, viewport, shown);
      const isWhole = !shown.rest && isOf(shown, surface, viewport, subject);
      return isWhole && serves(shown, viewport, isMoving);
    },
    release() {
      [picture, next] = [null, null];
    },
  };
}

function beginPicture(
  { context: { canvas }, ratio, hasContrast }: Surface,
  viewport: Viewport,
  subject: readonly unknown[],
  paintAll: PaintAll,
  share: number,
): Picture {
  const { stage, offset } = viewport;
  const margin = { x: Math.round(stage.width * share), y: Math.round(stage.height * share) };
  const wide = {
    ...viewport,
    stage: { width: stage.width + 2 * margin.x, height: stage.height + 2 * margin.y },
    offset: { x: offset.x + margin.x, y: offset.y + margin.y },
  };
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('The browser gave no 2D canvas.');
  context.canvas.width = canvas.width + Math.round(2 * margin.x * ratio);
  context.canvas.height = canvas.height + Math.round(2 * margin.y * ratio);
  const surface = { context, ratio, hasContrast };
  return { surface, viewport: wide, subject, isWide: share > 0, rest: paintAll(surface, wide) };
}

function paintSteps(picture: Picture, count: number): void {
  for (let i = 0; i < count && picture.rest; i++) if (picture.rest.next().done) picture.rest = null;
}

/** Browsers put drawing off until a canvas is shown; a slice is to take its time now. */
function flush({ surface }: Picture): void {
  pixel ??= new OffscreenCanvas(1, 1).getContext('2d');
  pixel?.drawImage(surface.context.canvas, 0, 0, 1, 1, 0, 0, 1, 1);
}

let pixel: OffscreenCanvasRenderingContext2D | null = null;

/** It shows what is to be shown, be it soft or at another place. */
function isOf(
  picture: Picture,
  { ratio, hasContrast }: Surface,
  { image }: Viewport,
  subject: readonly unknown[],
): boolean {
  return (
    picture.surface.ratio === ratio &&
    picture.surface.hasContrast === hasContrast &&
    picture.viewport.image === image &&
    subject.every((part, i) => part === picture.subject[i])
  );
}

/** At rest pixel for pixel, and ready to be moved; moved, as sharp as is noticed then. */
function serves(picture: Picture, viewport: Viewport, isMoving: boolean): boolean {
  const { zoom, x, y } = placeOf(picture, viewport);
  const isSharp = isMoving
    ? zoom <= MOST_ZOOM
    : picture.isWide && zoom === 1 && Number.isInteger(x) && Number.isInteger(y);
  return isSharp && isWithin(photoOnStage(viewport), photoOnStage(picture.viewport));
}

function isWithin(inner: ImageBox, outer: ImageBox): boolean {
  return (
    inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1
  );
}

/** Where the picture lies on the stage, in device pixels. */
function placeOf({ surface: { ratio }, viewport: taken }: Picture, { scale, offset }: Viewport) {
  const zoom = scale / taken.scale;
  return {
    zoom,
    x: steady((offset.x - taken.offset.x * zoom) * ratio),
    y: steady((offset.y - taken.offset.y * zoom) * ratio),
  };
}

/** Sums of fractions may miss an integer by a hair. */
function steady(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole : value;
}

function drawMoved({ context }: Surface, viewport: Viewport, picture: Picture): void {
  const { canvas } = picture.surface.context;
  const { zoom, x, y } = placeOf(picture, viewport);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(canvas, x, y, canvas.width * zoom, canvas.height * zoom);
}

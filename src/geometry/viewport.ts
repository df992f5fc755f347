import type { ImageBox, ImagePoint, ScreenPoint, Size } from './spaces.ts';

/** How the photo lies on the stage: screen = image * scale + offset. `scale` is CSS pixels per photo pixel. */
export interface Viewport {
  readonly stage: Size;
  readonly image: Size;
  readonly scale: number;
  readonly offset: { readonly x: number; readonly y: number };
}

/** CSS pixels left free on each side by `fitViewport`. */
const FIT_MARGIN = 12;
const MAX_SCALE = 64;
/** Keeps one photo pixel per device pixel in reach on a screen with 8 device pixels per CSS pixel. */
const MIN_SCALE = 1 / 8;
/** CSS pixels of the photo that panning leaves on the stage. */
const KEPT_ON_STAGE = 64;

/** No stage and no photo yet. */
export const emptyViewport: Viewport = {
  stage: { width: 0, height: 0 },
  image: { width: 0, height: 0 },
  scale: 1,
  offset: { x: 0, y: 0 },
};

/** The whole photo in the middle of the stage with a small margin. */
export function fitViewport(stage: Size, image: Size): Viewport {
  const scale = fitScale(stage, image);
  return { stage, image, scale, offset: centred(stage, image, scale) };
}

export function toScreen(viewport: Viewport, point: ImagePoint): ScreenPoint {
  const { scale, offset } = viewport;
  return { x: point.x * scale + offset.x, y: point.y * scale + offset.y };
}

export function toImage(viewport: Viewport, point: ScreenPoint): ImagePoint {
  const { scale, offset } = viewport;
  return { x: (point.x - offset.x) / scale, y: (point.y - offset.y) / scale };
}

/** The part of the photo that is on the stage. */
export function photoOnStage(viewport: Viewport): ImageBox {
  const { stage, image } = viewport;
  const from = toImage(viewport, { x: 0, y: 0 });
  const to = toImage(viewport, { x: stage.width, y: stage.height });
  return {
    x0: Math.max(from.x, 0),
    y0: Math.max(from.y, 0),
    x1: Math.min(to.x, image.width),
    y1: Math.min(to.y, image.height),
  };
}

/** Zooms by a factor; the photo's point under `about` stays there. */
export function zoomAbout(viewport: Viewport, factor: number, about: ScreenPoint): Viewport {
  return setScale(viewport, viewport.scale * factor, about);
}

/** Sets the scale (within the limits); the photo's point under `about` stays there. */
export function setScale(viewport: Viewport, scale: number, about: ScreenPoint): Viewport {
  const allowed = allowedScale(viewport, scale);
  const anchor = toImage(viewport, about);
  const offset = { x: about.x - anchor.x * allowed, y: about.y - anchor.y * allowed };
  return keepOnStage({ ...viewport, scale: allowed, offset });
}

export function panBy(viewport: Viewport, dx: number, dy: number): Viewport {
  const offset = { x: viewport.offset.x + dx, y: viewport.offset.y + dy };
  return keepOnStage({ ...viewport, offset });
}

/** The photo's point in the stage's centre stays in the centre; the first real stage fits the photo. */
export function resizeStage(viewport: Viewport, stage: Size): Viewport {
  if (isEmpty(viewport.stage)) return fitViewport(stage, viewport.image);
  const dx = (stage.width - viewport.stage.width) / 2;
  const dy = (stage.height - viewport.stage.height) / 2;
  return panBy({ ...viewport, stage }, dx, dy);
}

/** Share of the stage that a box is given when it is looked at, and CSS pixels that one photo pixel gets at most. */
const [FRAMED, FRAMED_SCALE] = [0.5, 8];

/** The box in the middle, with room around it; no farther away than the whole photo. */
export function frameBox(viewport: Viewport, { x0, y0, x1, y1 }: ImageBox): Viewport {
  const { stage, image } = viewport;
  if (isEmpty(stage)) return viewport;
  const wanted = Math.min(
    (FRAMED * stage.width) / Math.max(1, x1 - x0),
    (FRAMED * stage.height) / Math.max(1, y1 - y0),
    FRAMED_SCALE,
  );
  const scale = Math.max(fitScale(stage, image), allowedScale(viewport, wanted));
  const offset = {
    x: stage.width / 2 - ((x0 + x1) / 2) * scale,
    y: stage.height / 2 - ((y0 + y1) / 2) * scale,
  };
  return keepOnStage({ ...viewport, scale, offset });
}

function fitScale(stage: Size, image: Size): number {
  if (isEmpty(stage) || isEmpty(image)) return 1;
  return Math.min(
    withoutMargin(stage.width) / image.width,
    withoutMargin(stage.height) / image.height,
  );
}

/** On a tiny stage the margin gives way. */
function withoutMargin(length: number): number {
  return length - 2 * Math.min(FIT_MARGIN, length / 10);
}

/** From a quarter of the fitted size to MAX_SCALE; fit and 1:1 are always in reach. */
function allowedScale({ stage, image }: Viewport, scale: number): number {
  const fit = fitScale(stage, image);
  const least = Math.min(fit / 4, MIN_SCALE);
  const most = Math.max(fit, MAX_SCALE);
  return Math.min(Math.max(scale, least), most);
}

function keepOnStage(viewport: Viewport): Viewport {
  const { stage, image, scale, offset } = viewport;
  return {
    ...viewport,
    offset: {
      x: keptOffset(offset.x, image.width * scale, stage.width),
      y: keptOffset(offset.y, image.height * scale, stage.height),
    },
  };
}

/** `offset` moved just so far that KEPT_ON_STAGE (or all, if it is smaller) of `length` lies on the stage. */
function keptOffset(offset: number, length: number, stage: number): number {
  const kept = Math.min(KEPT_ON_STAGE, length, stage);
  return Math.min(Math.max(offset, kept - length), stage - kept);
}

function centred(stage: Size, image: Size, scale: number): Viewport['offset'] {
  return {
    x: (stage.width - image.width * scale) / 2,
    y: (stage.height - image.height * scale) / 2,
  };
}

function isEmpty(size: Size): boolean {
  return size.width <= 0 || size.height <= 0;
}

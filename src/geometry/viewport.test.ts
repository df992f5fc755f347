import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImagePoint, ScreenPoint } from './spaces.ts';
import {
  emptyViewport,
  fitViewport,
  panBy,
  photoOnStage,
  resizeStage,
  setScale,
  toImage,
  toScreen,
  type Viewport,
  zoomAbout,
} from './viewport.ts';

const stageSide = fc.integer({ min: 200, max: 3000 });
const photoSide = fc.integer({ min: 1, max: 12000 });
const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** Fitted, then zoomed about somewhere and panned. */
const anyViewport: fc.Arbitrary<Viewport> = fc
  .record({
    stage: fc.record({ width: stageSide, height: stageSide }),
    image: fc.record({ width: photoSide, height: photoSide }),
    factor: fc.double({ min: 0.01, max: 100, noNaN: true }),
    about: fc.record({ x: coordinate, y: coordinate }),
    pan: fc.record({ x: coordinate, y: coordinate }),
  })
  .map(({ stage, image, factor, about, pan }) =>
    panBy(zoomAbout(fitViewport(stage, image), factor, about), pan.x, pan.y),
  );

/** CSS pixels of the photo on the stage along one axis. */
function shownLength(offset: number, length: number, stage: number): number {
  return Math.min(offset + length, stage) - Math.max(offset, 0);
}

function expectNear(
  actual: ImagePoint | ScreenPoint,
  expected: { readonly x: number; readonly y: number },
  tolerance: number,
): void {
  expect(Math.abs(actual.x - expected.x)).toBeLessThan(tolerance);
  expect(Math.abs(actual.y - expected.y)).toBeLessThan(tolerance);
}

test('a point crosses to the screen and back, and from the screen and back', () => {
  fc.assert(
    fc.property(anyViewport, coordinate, coordinate, (viewport, x, y) => {
      expectNear(toImage(viewport, toScreen(viewport, { x, y })), { x, y }, 1e-6);
      expectNear(toScreen(viewport, toImage(viewport, { x, y })), { x, y }, 1e-6);
    }),
  );
});

test('a wide photo on a high stage: x and y are not swapped', () => {
  const viewport = fitViewport({ width: 300, height: 900 }, { width: 1000, height: 500 });
  expect(viewport.scale).toBeCloseTo(276 / 1000);
  expectNear(toScreen(viewport, { x: 0, y: 0 }), { x: 12, y: 450 - 69 }, 1e-9);
  expectNear(toScreen(viewport, { x: 1000, y: 500 }), { x: 288, y: 450 + 69 }, 1e-9);
});

describe('zooming', () => {
  test('keeps what is under the pointer there', () => {
    const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(anyViewport, factor, unit, unit, (viewport, by, u, v) => {
        const about = pointerOverPhoto(viewport, u, v);
        fc.pre(about !== null);
        const zoomed = zoomAbout(viewport, by, about);
        expectNear(toImage(zoomed, about), toImage(viewport, about), 1e-6);
      }),
    );
  });

  test('stops at 64 CSS pixels per photo pixel and at a quarter of the fitted size', () => {
    const viewport = fitViewport({ width: 800, height: 600 }, { width: 4000, height: 4000 });
    const centre = { x: 400, y: 300 };
    expect(zoomAbout(viewport, 1e9, centre).scale).toBe(64);
    expect(zoomAbout(viewport, 1e-9, centre).scale).toBeCloseTo(viewport.scale / 4);
  });

  test('reaches the fitted size of any photo and one photo pixel per device pixel', () => {
    fc.assert(
      fc.property(anyViewport, fc.constantFrom(1, 1.25, 2, 3, 4), (viewport, ratio) => {
        const fitted = fitViewport(viewport.stage, viewport.image);
        expect(setScale(viewport, fitted.scale, { x: 0, y: 0 }).scale).toBe(fitted.scale);
        expect(setScale(viewport, 1 / ratio, { x: 0, y: 0 }).scale).toBe(1 / ratio);
      }),
    );
  });
});

/** A stage point over the photo and not within 64 px of the stage's border, where panning may end first. */
function pointerOverPhoto(viewport: Viewport, u: number, v: number): ScreenPoint | null {
  const { stage, image } = viewport;
  const corner = toScreen(viewport, { x: 0, y: 0 });
  const far = toScreen(viewport, { x: image.width, y: image.height });
  const [x0, x1] = [Math.max(64, corner.x), Math.min(stage.width - 64, far.x)];
  const [y0, y1] = [Math.max(64, corner.y), Math.min(stage.height - 64, far.y)];
  return x0 < x1 && y0 < y1 ? { x: x0 + u * (x1 - x0), y: y0 + v * (y1 - y0) } : null;
}

test('however one pans and zooms, some of the photo stays on the stage', () => {
  fc.assert(
    fc.property(anyViewport, ({ stage, image, scale, offset }) => {
      const [width, height] = [image.width * scale, image.height * scale];
      const shownX = shownLength(offset.x, width, stage.width);
      const shownY = shownLength(offset.y, height, stage.height);
      expect(shownX).toBeGreaterThan(Math.min(64, width) - 1e-6);
      expect(shownY).toBeGreaterThan(Math.min(64, height) - 1e-6);
    }),
  );
});

describe('resizing the stage', () => {
  test('keeps the photo point in its centre, and the scale', () => {
    const viewport = setScale(
      fitViewport({ width: 800, height: 600 }, { width: 3000, height: 2000 }),
      2,
      { x: 100, y: 150 },
    );
    const centre = toImage(viewport, { x: 400, y: 300 });
    const resized = resizeStage(viewport, { width: 500, height: 901 });
    expect(resized.scale).toBe(viewport.scale);
    expectNear(toImage(resized, { x: 250, y: 450.5 }), centre, 1e-9);
  });

  test('from nothing fits the photo', () => {
    const stage = { width: 800, height: 600 };
    const image = { width: 30, height: 20 };
    expect(resizeStage({ ...emptyViewport, image }, stage)).toEqual(fitViewport(stage, image));
  });
});

test('the part of the photo on the stage ends at the photo’s edges and at the stage’s', () => {
  const image = { width: 200, height: 100 };
  const stage = { width: 100, height: 100 };
  const viewport = { stage, image, scale: 2, offset: { x: -100, y: 20 } };
  expect(photoOnStage(viewport)).toEqual({ x0: 50, y0: 0, x1: 100, y1: 40 });
});

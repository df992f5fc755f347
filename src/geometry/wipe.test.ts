import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptyViewport,
  fitViewport,
  panBy,
  toScreen,
  type Viewport,
  zoomAbout,
} from './viewport.ts';
import { wipeFromScreen, wipeToScreen } from './wipe.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const coordinate = fc.double({ min: -3000, max: 3000, noNaN: true });

const anyViewport: fc.Arbitrary<Viewport> = fc
  .record({
    stage: fc.record({ width: fc.integer({ min: 200, max: 3000 }), height: fc.constant(700) }),
    image: fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.constant(800) }),
    factor: fc.double({ min: 0.1, max: 50, noNaN: true }),
    about: fc.record({ x: coordinate, y: coordinate }),
    pan: coordinate,
  })
  .map(({ stage, image, factor, about, pan }) =>
    panBy(zoomAbout(fitViewport(stage, image), factor, about), pan, 0),
  );

test('the divider of a fitted photo lies where the share of its width says', () => {
  const viewport = fitViewport({ width: 1000, height: 600 }, { width: 900, height: 300 });
  const [left, right] = [0, 900].map((x) => toScreen(viewport, { x, y: 0 }).x);
  expect(wipeToScreen(viewport, 0.25)).toBeCloseTo(0.75 * (left ?? 0) + 0.25 * (right ?? 0));
});

test('a divider in sight goes to the screen and back unchanged', () => {
  fc.assert(
    fc.property(anyViewport, share, (viewport, at) => {
      const { x } = toScreen(viewport, { x: at * viewport.image.width, y: 0 });
      fc.pre(x >= 24 && x <= viewport.stage.width - 24);
      expect(wipeFromScreen(viewport, wipeToScreen(viewport, at))).toBeCloseTo(at, 6);
    }),
  );
});

test('panning and zooming take it along with the photo', () => {
  fc.assert(
    fc.property(anyViewport, share, fc.integer({ min: -200, max: 200 }), (viewport, at, dx) => {
      const moved = panBy(viewport, dx, 0);
      const [from, to] = [viewport, moved].map(
        (view) => toScreen(view, { x: at * view.image.width, y: 0 }).x,
      ) as [number, number];
      const edges = [from, to].some((x) => x < 24 || x > viewport.stage.width - 24);
      fc.pre(!edges);
      expect(wipeToScreen(moved, at) - wipeToScreen(viewport, at)).toBeCloseTo(to - from, 6);
    }),
  );
});

test('however one pans and zooms, it can be reached', () => {
  fc.assert(
    fc.property(anyViewport, share, (viewport, at) => {
      const x = wipeToScreen(viewport, at);
      expect(x).toBeGreaterThanOrEqual(24);
      expect(x).toBeLessThanOrEqual(viewport.stage.width - 24);
    }),
  );
});

test('a hand that leaves the photo holds the divider at its edge', () => {
  fc.assert(
    fc.property(anyViewport, coordinate, (viewport, x) => {
      const at = wipeFromScreen(viewport, x);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(1);
    }),
  );
  expect(wipeFromScreen(emptyViewport, 100)).toBe(0);
});

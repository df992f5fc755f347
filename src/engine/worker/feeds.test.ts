import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inputSizeOf } from '../../geometry/input.ts';
import type { Prompt, PromptStep } from '../../prompt/prompt.ts';
import { pointFeeds } from './feeds.ts';

const photo = { width: 2000, height: 1000 };
const input = inputSizeOf(photo, 1024);

describe('prompt to the decoder’s feeds', () => {
  test('the middle of a photo pixel is scaled by each axis, less the half pixel the graph adds', () => {
    const feeds = pointFeeds([include(1000.5, 250.5)], photo, { width: 1024, height: 500 });
    expect([...feeds.coords.slice(0, 2)]).toEqual([
      expect.closeTo((1000.5 * 1024) / 2000 - 0.5, 4),
      expect.closeTo((250.5 * 500) / 1000 - 0.5, 4),
    ]);
  });

  test('without a box a padding point follows', () => {
    const feeds = pointFeeds([include(0, 0), exclude(10, 10)], photo, input);
    expect(feeds.count).toBe(3);
    expect([...feeds.labels]).toEqual([1, 0, -1]);
    expect([...feeds.coords.slice(4)]).toEqual([0, 0]);
  });

  test('a box is two corners after the points, and needs no padding point', () => {
    const feeds = pointFeeds([box(100, 200, 300, 400), include(150, 250)], photo, input);
    expect([...feeds.labels]).toEqual([1, 2, 3]);
    expect([...feeds.coords.slice(2)]).toEqual(
      [100, 200, 300, 400].map((value) => expect.closeTo(value * 0.512 - 0.5, 4)),
    );
  });

  test('the last box wins', () => {
    const both = pointFeeds([box(1, 2, 3, 4), box(5, 6, 7, 8)], photo, input);
    expect(both).toEqual(pointFeeds([box(5, 6, 7, 8)], photo, input));
  });

  test('every point of any photo lands within the model’s input', () => {
    const side = fc.integer({ min: 1, max: 10000 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(side, side, share, share, (width, height, right, down) => {
        const size = inputSizeOf({ width, height }, 1024);
        const at = include(right * width, down * height);
        const [x, y] = pointFeeds([at], { width, height }, size).coords as unknown as [
          number,
          number,
        ];
        expect(x).toBeCloseTo(right * size.width - 0.5, 2);
        expect(y).toBeCloseTo(down * size.height - 0.5, 2);
      }),
    );
  });

  test('counts of coordinates, labels and points agree for any prompt', () => {
    fc.assert(
      fc.property(prompts(), (prompt) => {
        const { count, coords, labels } = pointFeeds(prompt, photo, input);
        expect([coords.length, labels.length]).toEqual([2 * count, count]);
        const points = prompt.filter(({ kind }) => kind === 'point').length;
        expect(count).toBe(points + (points < prompt.length ? 2 : 1));
      }),
    );
  });
});

function include(x: number, y: number): PromptStep {
  return { kind: 'point', at: { x, y }, label: 'include', candidate: null };
}

function exclude(x: number, y: number): PromptStep {
  return { kind: 'point', at: { x, y }, label: 'exclude', candidate: null };
}

function box(x0: number, y0: number, x1: number, y1: number): PromptStep {
  return { kind: 'box', box: { x0, y0, x1, y1 }, candidate: null };
}

function prompts(): fc.Arbitrary<Prompt> {
  return fc.array(fc.constantFrom(include(1, 2), exclude(3, 4), box(5, 6, 7, 8)));
}

import { describe, expect, it } from 'vitest';
import { expectedIou } from './expected-iou.ts';

const find = (likeness: number, score: number) => ({
  likeness,
  predictedIou: 0.9,
  move: { score },
});

describe('what is expected of a find', () => {
  it('is what the decoder predicts where the object looks as it did', () => {
    expect(expectedIou(find(0.95, 0.6))).toBe(0.9);
  });

  it('falls as it looks less alike or fewer cells are found', () => {
    const sure = expectedIou(find(0.8, 0.3)) ?? 0;
    expect(expectedIou(find(0.75, 0.3)) ?? 0).toBeLessThan(sure);
    expect(expectedIou(find(0.8, 0.25)) ?? 0).toBeLessThan(sure);
  });

  it('is nothing where another thing is in its place', () => {
    expect(expectedIou(find(0.34, 0.4))).toBeNull();
    expect(expectedIou(find(0.62, 0.04))).toBeNull();
  });
});

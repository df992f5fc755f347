import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Photo } from './photo.ts';
import { degrade } from './registry.ts';
import { DEGRADATION_NAMES, type DegradationName } from './stack.ts';
import { middleOf } from './testing/sample.ts';

interface Figures {
  readonly difference: number;
  readonly difference_error: number;
  readonly psnr: number;
  readonly psnr_error: number;
}

/** Written by training/degrade/figures.py, which a training test holds against the present code. */
const PYTHON: {
  readonly photos: readonly string[];
  readonly side: number;
  readonly seeds: number;
  readonly figures: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
} = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../training/degrade/figures.json'), 'utf8'),
);

/** Apart from what seeds make of it: 3 % of the difference, and as many decibels. */
const SLACK = { share: 0.03, decibels: 0.3 };
/** Standard errors of the mean of both makes' seeds. */
const ERRORS = 4;

let photos: readonly Photo[];

beforeAll(async () => {
  photos = await Promise.all(PYTHON.photos.map((name) => middleOf(name, PYTHON.side)));
});

describe('the same strength as training/degrade', () => {
  const named = Object.keys(PYTHON.figures);

  it('has all that training has', () => {
    expect(DEGRADATION_NAMES.filter((name) => name !== 'chain_once')).toEqual(named);
  });

  const cases = Object.entries(PYTHON.figures).flatMap(([name, bySeverity]) =>
    Object.entries(bySeverity).map(([severity, python]) => ({ name, severity, python })),
  );

  it.each(cases)(
    '$name at severity $severity',
    ({ name, severity, python }) => {
      const ours = figuresOf(name as DegradationName, Number(severity));
      const bound = (ourError: number, theirError: number) =>
        ERRORS * Math.hypot(ourError, theirError);
      const differs = Math.abs(ours.difference - python.difference);
      expect(differs).toBeLessThan(
        SLACK.share * python.difference + bound(ours.difference_error, python.difference_error),
      );
      expect(Math.abs(ours.psnr - python.psnr)).toBeLessThan(
        SLACK.decibels + bound(ours.psnr_error, python.psnr_error),
      );
      expect(ours.difference / python.difference).toBeGreaterThan(0.8);
      expect(ours.difference / python.difference).toBeLessThan(1.25);
    },
    60_000,
  );
});

function figuresOf(name: DegradationName, severity: number): Figures {
  const seeds = Array.from({ length: PYTHON.seeds }, (_, seed) => seed);
  const bySeed = seeds.map((seed) => {
    const changes = photos.map((photo) =>
      changesBy(photo, degrade(photo, { steps: [{ name, severity }], seed })),
    );
    return {
      difference: meanOf(changes.map(({ difference }) => difference)),
      psnr: meanOf(changes.map(({ psnr }) => psnr)),
    };
  });
  const differences = bySeed.map(({ difference }) => difference);
  const psnrs = bySeed.map(({ psnr }) => psnr);
  return {
    difference: meanOf(differences),
    difference_error: errorOf(differences),
    psnr: meanOf(psnrs),
    psnr_error: errorOf(psnrs),
  };
}

/** Mean absolute difference in grey levels, and PSNR in decibels. */
function changesBy(photo: Photo, degraded: Photo): { difference: number; psnr: number } {
  let [sum, squares, count] = [0, 0, 0];
  for (let o = 0; o < photo.rgba.length; o++) {
    if (o % 4 === 3) continue;
    const difference = (degraded.rgba[o] ?? 0) - (photo.rgba[o] ?? 0);
    sum += Math.abs(difference);
    squares += difference * difference;
    count++;
  }
  return {
    difference: sum / count,
    psnr: 10 * Math.log10(255 ** 2 / Math.max(squares / count, 1e-6)),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function errorOf(values: readonly number[]): number {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

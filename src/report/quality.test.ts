import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsOf, MEASURES } from './findings.ts';
import { badnessOf, countQualities, faultsOf, hasQuality, isBlank, QUALITIES } from './quality.ts';
import { type PhotoFigures, REPORT_VERSION } from './report.ts';
import { CLEAR } from './testing/figures.ts';

const DARK = { ...CLEAR, darkness: 0.8 };
const DARK_AND_NOISY = { ...CLEAR, darkness: 0.85, noise: 20 };
const MOVED = { ...CLEAR, blur: 0.5, motion: { degrees: 30, strength: 0.5 } };
const BLANK = { ...CLEAR, contrast: 0.001, darkness: 1 };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const figures: fc.Arbitrary<PhotoFigures> = fc.record({
  version: fc.constant(REPORT_VERSION),
  noise: fc.double({ min: 0, max: 60, noNaN: true }),
  blur: share,
  motion: fc.record({ degrees: fc.double({ min: 0, max: 180, noNaN: true }), strength: share }),
  darkness: share,
  haze: share,
  contrast: fc.double({ min: 0, max: 0.5, noNaN: true }),
  blocks: fc.double({ min: 0, max: 12, noNaN: true }),
});

describe('what a photo is said to be', () => {
  it('names the worst fault first, and none of a clear photo', () => {
    expect(faultsOf(CLEAR)).toEqual([]);
    expect(faultsOf(DARK)).toEqual(['darkness']);
    expect(faultsOf(DARK_AND_NOISY)).toEqual(['noise', 'darkness']);
    expect(faultsOf(MOVED)).toEqual(['motion', 'blur']);
    expect(faultsOf({ ...MOVED, blur: 0.2 })).toEqual([]);
    // It lacks contrast because it is dark.
    expect(faultsOf({ ...DARK, contrast: 0.05 })).toEqual(['darkness', 'contrast']);
    expect(faultsOf({ ...CLEAR, contrast: 0.05, noise: 6 })).toEqual(['contrast', 'noise']);
  });

  it('is nothing where there is nothing to measure, or nobody has measured', () => {
    expect(isBlank(BLANK)).toBe(true);
    for (const none of [BLANK, undefined]) {
      expect(QUALITIES.filter((one) => hasQuality(none, one))).toEqual(['unmeasured']);
      expect(faultsOf(none)).toEqual([]);
      expect(badnessOf(none, null)).toBeLessThan(badnessOf(CLEAR, null));
    }
  });

  it('is always something, and clear or at fault but never both', () => {
    fc.assert(
      fc.property(figures, (one) => {
        const is = QUALITIES.filter((quality) => hasQuality(one, quality));
        expect(is.length).toBeGreaterThan(0);
        expect(is.includes('clear') || is.includes('unmeasured')).toBe(
          is.length === 1 && faultsOf(one).length === 0,
        );
        const findings = findingsOf(one);
        if (!isBlank(one))
          expect(faultsOf(one).toSorted()).toEqual(
            MEASURES.filter((measure) => findings[measure] !== 'none').toSorted(),
          );
      }),
    );
  });

  it('is the worse, the further a measure goes, up to an end', () => {
    const noisy = [4, 5, 8, 12, 15, 100].map((noise) => badnessOf({ ...CLEAR, noise }, null));
    expect(noisy).toEqual(noisy.toSorted((a, b) => a - b));
    expect(noisy[0]).toBe(0);
    expect(noisy[1]).toBe(1);
    expect(noisy[3]).toBe(2);
    const pale = [0.2, 0.12, 0.07].map((contrast) => badnessOf({ ...CLEAR, contrast }, 'contrast'));
    expect(pale).toEqual(pale.toSorted((a, b) => a - b));
    expect(badnessOf(DARK_AND_NOISY, 'darkness')).toBeLessThan(badnessOf(DARK_AND_NOISY, null));
    // Motion is no fault beside its blur.
    expect(badnessOf(MOVED, null)).toBe(badnessOf(MOVED, 'blur'));
  });

  it('is counted, each photo under all that it is', () => {
    const counts = countQualities([CLEAR, DARK, DARK_AND_NOISY, MOVED, BLANK, undefined]);
    expect(counts.clear).toBe(1);
    expect(counts.unmeasured).toBe(2);
    expect(counts.faults.darkness).toEqual({ some: 2, strong: 0 });
    expect(counts.faults.noise).toEqual({ some: 0, strong: 1 });
    expect(counts.faults.blocks).toEqual({ some: 0, strong: 0 });
  });
});

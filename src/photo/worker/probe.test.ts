import { describe, expect, it } from 'vitest';
import { inspectFile } from './inspect.ts';
import { probePhoto } from './probe.ts';
import { fixtureNames, readFixture } from './testing/fixtures.ts';

/** The header says how, and is not believed before the photo is decoded. */
const UNCERTAIN = /^turned\.(png|webp|avif)$/;
/** A decoder's answer, which no header of the fixtures gives. */
const DECODED = { width: 77, height: 55 };

describe('what is known of a photo before it is decoded', () => {
  const measure = async () => ({ ok: true as const, size: DECODED });

  it.each(fixtureNames())('is its format and upright size: %s', async (name) => {
    const file = new Blob([readFixture(name)]);
    const [probed, inspected] = [await probePhoto(file, measure), await inspectFile(file)];
    if (!probed.ok || !inspected.ok) throw new Error('a whole photo');
    expect(probed.facts.format).toBe(inspected.format);
    expect(probed.facts.size).toEqual(UNCERTAIN.test(name) ? DECODED : inspected.size);
  });

  it('is the reason when there is none to know', async () => {
    expect(await probePhoto(new Blob([]))).toMatchObject({ problem: { kind: 'empty' } });
    expect(await probePhoto(new Blob(['a letter']))).toMatchObject({
      problem: { kind: 'not-an-image' },
    });
  });

  it('is there for a photo whose header comes late', async () => {
    const plain = readFixture('plain.jpg');
    const preview = new Uint8Array(60_000);
    const segment = Uint8Array.of(
      0xff,
      0xe2,
      (preview.length + 2) >> 8,
      (preview.length + 2) & 255,
    );
    const segments = Array.from({ length: 3 }, () => [segment, preview]).flat();
    const late = new Blob([plain.subarray(0, 2), ...segments, plain.subarray(2)]);
    expect(await probePhoto(late)).toMatchObject({ facts: { size: { width: 24, height: 16 } } });
  });
});

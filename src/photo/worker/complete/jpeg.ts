import { isFrame } from '../header/jpeg.ts';
import { jpegSegments } from '../header/jpeg-segments.ts';
import type { Completeness } from './complete.ts';

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const PROGRESSIVE = [0xc2, 0xc6, 0xca, 0xce];
const COEFFICIENTS = 64;

/**
 * Whole when the markers lead to an end-of-image marker; what follows it (MPF, padding) doesn't matter.
 * Without one, whether the last scan's data are all there shows only when they are decoded.
 */
export function jpegCompleteness(bytes: Uint8Array): Completeness {
  const scans: Scan[] = [];
  let components = 0;
  let isProgressive = false;
  for (const { marker, start, end } of jpegSegments(bytes)) {
    if (marker === END_OF_IMAGE) return 'whole';
    if (isFrame(marker) && components === 0) {
      components = bytes[start + 5] ?? 0;
      isProgressive = PROGRESSIVE.includes(marker);
    }
    if (marker === START_OF_SCAN && end < bytes.length) scans.push(scanOf(bytes, start));
  }
  const areAllThere = components > 0 && (isProgressive ? areRefined : areSeen)(scans, components);
  return areAllThere ? 'open' : 'cut';
}

interface Scan {
  readonly components: readonly number[];
  readonly from: number;
  readonly to: number;
  /** Bits of the coefficients that later scans bring. */
  readonly missingBits: number;
}

function scanOf(bytes: Uint8Array, start: number): Scan {
  const count = bytes[start] ?? 0;
  const at = start + 1 + 2 * count;
  return {
    components: Array.from({ length: count }, (_, i) => bytes[start + 1 + 2 * i] ?? 0),
    from: bytes[at] ?? 0,
    to: bytes[at + 1] ?? 0,
    missingBits: (bytes[at + 2] ?? 0) & 15,
  };
}

function areSeen(scans: readonly Scan[], components: number): boolean {
  return new Set(scans.flatMap((scan) => scan.components)).size >= components;
}

/** Every coefficient of every component was brought down to its last bit. */
function areRefined(scans: readonly Scan[], components: number): boolean {
  const missing = new Map<number, number[]>();
  for (const scan of scans) {
    for (const component of scan.components) {
      const bits = missing.get(component) ?? new Array<number>(COEFFICIENTS).fill(Number.NaN);
      missing.set(component, bits.fill(scan.missingBits, scan.from, scan.to + 1));
    }
  }
  return (
    missing.size >= components && [...missing.values()].every((bits) => bits.every((n) => n === 0))
  );
}

import type { Mask } from '../../mask/mask.ts';
import { maskArea } from '../../mask/measure.ts';
import { type RunBuilder, startRuns } from '../../mask/runs.ts';
import { FormatError } from '../problems.ts';
import type { MaskPng } from './decode.ts';

/** More numbers than this are a photo, not a mask. */
const MOST_LABELS = 20_000;

/** From here on colours must be of areas. */
const FEW_COLORS = 256;
const LEAST_AREA = 20;

/** Hundreds of colours, most of them of a few pixels: a photo, or a drawing with soft edges. */
export function isPhotoLike(masks: ReadonlyMap<number, Mask>): boolean {
  if (masks.size <= FEW_COLORS) return false;
  const areas = [...masks.values()].map(maskArea).sort((a, b) => a - b);
  return (areas[areas.length >> 1] ?? 0) < LEAST_AREA;
}

/** The pixels of each number, in rising order, in one walk; 0 is the background. */
export function masksByLabel({ labels, size }: MaskPng): Map<number, Mask> {
  const runs = new Map<number, RunBuilder>();
  let before = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0;
    if (label === before) continue;
    if (before !== 0) runs.get(before)?.toggleAt(i);
    if (label !== 0) {
      const of = runs.get(label) ?? startRuns(size);
      runs.set(label, of);
      if (runs.size > MOST_LABELS) throw new FormatError({ kind: 'too-many' });
      of.toggleAt(i);
    }
    before = label;
  }
  const rising = [...runs].sort(([a], [b]) => a - b);
  return new Map(rising.map(([label, builder]) => [label, builder.build()]));
}

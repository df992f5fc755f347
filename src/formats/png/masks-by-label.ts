import type { Mask } from '../../mask/mask.ts';
import { type RunBuilder, startRuns } from '../../mask/runs.ts';
import { FormatError } from '../problems.ts';
import type { MaskPng } from './decode.ts';

/** More numbers than this are a photo, not a mask. */
const MOST_LABELS = 20_000;

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

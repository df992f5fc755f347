import { maskArea } from '../../mask/measure.ts';
import type { PhotoScore } from '../../scoring/protocol.ts';
import { nextTask } from '../photos/next-task.ts';
import type { Held, Row, RowFilter } from './truth-state.ts';

/** One photo's two sets, with what they have in common. */
export interface ScoredPhoto {
  readonly photoId: string;
  readonly ours: readonly Held[];
  readonly truth: readonly Held[];
  readonly score: PhotoScore;
}

/** Milliseconds of a task. */
const SLICE = 30;

/** The worst first: what is missed or surplus, the largest of it first, then pairs by their IoU. A few at a time. */
export async function rowsOf(photos: readonly ScoredPhoto[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const ranks: number[] = [];
  let since = performance.now();
  for (const photo of photos)
    for (const row of rowsOfPhoto(photo)) {
      ranks.push(rankOf(row));
      if (rows.push(row) % 100 !== 0 || performance.now() - since < SLICE) continue;
      await nextTask();
      since = performance.now();
    }
  const order = Uint32Array.from(rows, (_, i) => i);
  order.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
  return Array.from(order).flatMap((i) => rows[i] ?? []);
}

/** Below 0 for what has no partner. */
function rankOf(row: Row): number {
  const alone = row.ours && row.truth ? null : (row.ours ?? row.truth);
  return alone ? -maskArea(alone.mask) : row.iou;
}

function* rowsOfPhoto({ photoId, ours, truth, score }: ScoredPhoto): Generator<Row> {
  const row = (i: number, k: number, iou: number, boundaryIou: number): Row => {
    const mine = ours[i] ?? null;
    const id = `${photoId} ${mine?.object?.id ?? i} ${k}`;
    return { id, photoId, ours: mine, truth: truth[k] ?? null, iou, boundaryIou };
  };
  for (const pair of score.pairs) yield row(pair.ours, pair.truth, pair.iou, pair.boundaryIou);
  for (const k of score.missed) yield row(-1, k, 0, 0);
  for (const i of score.surplus) yield row(i, -1, 0, 0);
}

export function kindOf({ ours, truth }: Row): 'missed' | 'surplus' | 'pair' {
  if (!ours) return 'missed';
  return truth ? 'pair' : 'surplus';
}

export function shownRows(rows: readonly Row[], filter: RowFilter): readonly Row[] {
  if (filter === 'all') return rows;
  const wanted = filter === 'pairs' ? 'pair' : filter;
  return rows.filter((row) => kindOf(row) === wanted);
}

export interface TruthFigures {
  readonly pairs: number;
  readonly missed: number;
  readonly surplus: number;
  /** Pairs of at least the threshold's IoU. */
  readonly found: number;
  /** Share of ours that is found; null: there are none. */
  readonly precision: number | null;
  /** Share of the truth that is found. */
  readonly recall: number | null;
  /** Over all pairs. */
  readonly meanIou: number | null;
  readonly meanBoundaryIou: number | null;
}

/** A pair below the threshold counts as missed, and as surplus. Pure. */
export function figuresOf(rows: readonly Row[], threshold: number): TruthFigures {
  let [pairs, missed, surplus, found, iou, boundary] = [0, 0, 0, 0, 0, 0];
  for (const row of rows) {
    const kind = kindOf(row);
    if (kind === 'missed') missed++;
    else if (kind === 'surplus') surplus++;
    else {
      pairs++;
      if (row.iou >= threshold) found++;
      iou += row.iou;
      boundary += row.boundaryIou;
    }
  }
  const share = (value: number, of: number) => (of > 0 ? value / of : null);
  return {
    ...{ pairs, missed, surplus, found },
    precision: share(found, pairs + surplus),
    recall: share(found, pairs + missed),
    meanIou: share(iou, pairs),
    meanBoundaryIou: share(boundary, pairs),
  };
}

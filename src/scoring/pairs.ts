import type { ImageBox } from '../geometry/spaces.ts';
import { boundaryIou } from '../mask/boundary.ts';
import type { Mask } from '../mask/mask.ts';
import { commonArea, maskArea, maskBox } from '../mask/measure.ts';
import type { Labelled } from './packed.ts';
import type { PhotoScore } from './protocol.ts';

/** Less than this in common, and two objects are none of each other's business. */
export const LEAST_IOU = 0.1;

interface Boxed {
  readonly index: number;
  readonly className: string;
  readonly mask: Mask;
  readonly area: number;
  readonly box: ImageBox;
}

interface Candidate {
  readonly ours: number;
  readonly truth: number;
  readonly iou: number;
}

/**
 * Pairs greedily by IoU: the two that have most in common first, each object once. Where masks of a set don't
 * overlap, nothing pairs better above an IoU of 0.5. Pure.
 */
export function scorePhoto(
  ours: readonly Labelled[],
  truth: readonly Labelled[],
  isClassAware: boolean,
): PhotoScore {
  const [freeOurs, freeTruth] = [new Set(ours.keys()), new Set(truth.keys())];
  const pairs = candidates(ours, truth, isClassAware)
    .sort((a, b) => b.iou - a.iou || a.truth - b.truth || a.ours - b.ours)
    .filter((one) => {
      if (!freeOurs.has(one.ours) || !freeTruth.has(one.truth)) return false;
      freeOurs.delete(one.ours);
      return freeTruth.delete(one.truth);
    })
    .map((one) => ({ ...one, boundaryIou: boundaryOf(ours[one.ours], truth[one.truth]) }));
  return { pairs, missed: [...freeTruth], surplus: [...freeOurs] };
}

function boundaryOf(ours: Labelled | undefined, truth: Labelled | undefined): number {
  return ours && truth ? boundaryIou(ours.mask, truth.mask) : 0;
}

function candidates(
  ours: readonly Labelled[],
  truth: readonly Labelled[],
  isClassAware: boolean,
): Candidate[] {
  const found: Candidate[] = [];
  for (const [mine, other] of meeting(boxed(ours), boxed(truth))) {
    if (isClassAware && mine.className !== other.className) continue;
    const common = commonArea(mine.mask, other.mask);
    const iou = common / (mine.area + other.area - common);
    if (iou >= LEAST_IOU) found.push({ ours: mine.index, truth: other.index, iou });
  }
  return found;
}

/** Those that have pixels. */
function boxed(objects: readonly Labelled[]): Boxed[] {
  return objects.flatMap(({ className, mask }, index) => {
    const box = maskBox(mask);
    return box ? [{ index, className, mask, area: maskArea(mask), box }] : [];
  });
}

/** Those whose boxes meet. Goes from left to right and looks only at boxes that reach so far. */
function* meeting(
  ours: readonly Boxed[],
  truth: readonly Boxed[],
): Generator<readonly [ours: Boxed, truth: Boxed]> {
  const all = [
    ...ours.map((one) => ({ one, isOurs: true })),
    ...truth.map((one) => ({ one, isOurs: false })),
  ].sort((a, b) => a.one.box.x0 - b.one.box.x0);
  let [openOurs, openTruth]: [Boxed[], Boxed[]] = [[], []];
  for (const { one, isOurs } of all) {
    const reaches = ({ box }: Boxed) => box.x1 > one.box.x0;
    if (isOurs) openTruth = openTruth.filter(reaches);
    else openOurs = openOurs.filter(reaches);
    for (const other of isOurs ? openTruth : openOurs) {
      if (other.box.y0 >= one.box.y1 || one.box.y0 >= other.box.y1) continue;
      yield isOurs ? [one, other] : [other, one];
    }
    (isOurs ? openOurs : openTruth).push(one);
  }
}

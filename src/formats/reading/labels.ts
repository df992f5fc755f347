import { sameShape } from '../../geometry/same-shape.ts';
import type { Size } from '../../geometry/spaces.ts';
import type { CocoId, LabelReview } from '../dataset.ts';
import { groupBy, partition } from '../group-by.ts';
import { folderName } from '../photos/file-names.ts';
import { type Claim, judgeClaims } from '../photos/photo-claims.ts';
import { LIMITS } from './limits.ts';
import type { ReadObject, ReadPhoto } from './result.ts';

/** What one name in one file brought for a photo. */
export interface Labels extends Claim {
  readonly photo: number;
  readonly objects: ReadObject[];
  readonly tags: string[];
  cocoId?: CocoId | undefined;
  /** The review of the photo as a whole. */
  review?: LabelReview | undefined;
  boxes: number;
}

interface Judged {
  readonly photos: readonly ReadPhoto[];
  readonly boxes: number;
  /** Another photo of the data set has a better claim to theirs. */
  readonly lost: readonly Labels[];
  /** Another one has as good a claim. */
  readonly unclear: readonly Labels[];
}

/** The labels that stand, by photo; those after the first `openCount` came along. */
export function judgeLabels(
  all: readonly Labels[],
  openCount: number,
  sizeOf: (photo: number) => Size,
): Judged {
  const photos: ReadPhoto[] = [];
  const lost: Labels[] = [];
  const unclear: Labels[] = [];
  let boxes = 0;
  for (const [photo, rivals] of groupBy(all, (labels) => labels.photo)) {
    const verdict = judgeClaims(rivals);
    const { kept } = verdict;
    lost.push(...verdict.lost);
    unclear.push(...verdict.unclear);
    boxes += kept.reduce((sum, labels) => sum + labels.boxes, 0);
    photos.push(...labelsOn(photo, sizeOf(photo), kept, photo >= openCount));
  }
  return { photos, boxes, lost, unclear };
}

/** All that was said about one photo; apart from it, what was made for each of its copies. */
function labelsOn(
  photo: number,
  size: Size,
  kept: readonly Labels[],
  cameAlong: boolean,
): ReadPhoto[] {
  const [first] = kept;
  if (!first) return [];
  const folder = folderName(first.name);
  const tags = [...new Set(kept.flatMap((labels) => labels.tags))];
  const objects = kept.flatMap((labels) => labels.objects);
  const [own, others] = partition(objects, ({ mask }) => isSameSize(mask.size, size));
  const copies = groupBy(others, ({ mask }) => `${mask.size.width}x${mask.size.height}`);
  // A photo that came along belongs to the set, also without objects.
  const belongs = cameAlong && others.length === 0;
  const cocoId = kept.find((labels) => labels.cocoId !== undefined)?.cocoId;
  const review = kept.find((labels) => labels.review !== undefined)?.review;
  const ofPhoto = { tags, ...(review === undefined ? {} : { review }) };
  const hasWord = review !== undefined || cocoId !== undefined;
  const isSaid = belongs || own.length + tags.length > 0 || hasWord;
  const said = { photo, folder, ...(cocoId === undefined ? {} : { cocoId }) };
  const read: ReadPhoto[] = isSaid ? [{ ...said, ...ofPhoto, objects: own, madeFor: null }] : [];
  for (const alike of copies.values())
    read.push({ ...said, objects: alike, tags: [], madeFor: alike[0]?.mask.size ?? null });
  return read;
}

/** Whether labels of this size can be those of a turned or resized copy of the photo. */
export function mayBeCopy(copy: Size, photo: Size): boolean {
  return copy.width * copy.height <= LIMITS.pixels && sameShape(copy, photo) !== null;
}

export function isSameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}

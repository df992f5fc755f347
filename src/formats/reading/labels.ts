import { groupBy } from '../group-by.ts';
import { folderName } from '../photos/file-names.ts';
import { type Claim, judgeClaims } from '../photos/photo-claims.ts';
import type { ReadObject, ReadPhoto } from './result.ts';

/** What one name in one file brought for a photo. */
export interface Labels extends Claim {
  readonly photo: number;
  readonly objects: ReadObject[];
  readonly tags: string[];
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
export function judgeLabels(all: readonly Labels[], openCount: number): Judged {
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
    const objects = kept.flatMap((labels) => labels.objects);
    const tags = [...new Set(kept.flatMap((labels) => labels.tags))];
    // A photo that came along belongs to the set, also without objects.
    const belongs = kept.length > 0 && photo >= openCount;
    if (belongs || objects.length + tags.length > 0)
      photos.push({ photo, objects, tags, folder: folderName(kept[0]?.name ?? '') });
  }
  return { photos, boxes, lost, unclear };
}

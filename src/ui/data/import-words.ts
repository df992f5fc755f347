import type { ImportSummary, OnConflict } from '../../app/data/transfers.ts';
import type { ReadProblem } from '../../formats/problems.ts';
import type { Skipped } from '../../formats/reading.ts';

/** Every word of the import dialog. */
export const IMPORT = {
  title: 'Import labels',
  lead: 'Zips, folders or files from COCO, YOLO, Pascal VOC, LabelMe or CVAT, and mask PNGs. They are matched to the open photos by name; photos in a zip or folder are opened too.',
  files: 'Choose files',
  folder: 'Choose a folder',
  drop: 'or drop them here',
  cancel: 'Cancel',
  nothing: 'No labels were found in these files.',
  conflict: 'Some of these photos have objects already',
  missing: 'Not open, and not in the files',
  skipped: 'Left out',
  others: 'Choose others',
  taking: 'Taking them in…',
  close: 'Close',
} as const;

export const CONFLICT_WORDS: Readonly<Record<OnConflict, string>> = {
  add: 'Add to them',
  replace: 'Replace them',
  leave: 'Leave those photos as they are',
};

export function readingWords(done: number, of: number): string {
  return of > 1 ? `Reading file ${done + 1} of ${of}` : 'Reading';
}

/** "12 objects on 3 photos, 1 of which will be opened". */
export function summaryWords({ objects, matched, brought }: ImportSummary): string {
  const photos = matched + brought;
  const opened =
    brought === 0
      ? ''
      : brought === photos
        ? ', which will be opened'
        : `, ${brought} of them to be opened`;
  return `${count(objects, 'object')} on ${count(photos, 'photo')}${opened}.`;
}

export function boxWords(boxes: number): string | null {
  if (boxes === 0) return null;
  return boxes === 1
    ? '1 object had only a box and becomes a rectangle.'
    : `${boxes} objects had only a box and become rectangles.`;
}

export function takeWords(objects: number): string {
  return `Import ${count(objects, 'object')}`;
}

export function takenWords(objects: number, photos: number): string {
  return `${count(objects, 'object')} on ${count(photos, 'photo')} taken in. Undo takes them back.`;
}

export function failedWords(detail: string): string {
  return `The files could not be read (${detail}). Nothing was changed.`;
}

export function moreWords(more: number): string {
  return `and ${more} more`;
}

/** "labels.json: run lengths that don't fill the photo (3 times)". */
export function skippedWords({ file, problem, count: times }: Skipped): string {
  const often = times > 1 ? ` (${times} times)` : '';
  return `${file}: ${problemWords(problem)}${often}`;
}

function problemWords(problem: ReadProblem): string {
  switch (problem.kind) {
    case 'unreadable':
      return 'can’t be read from the disk';
    case 'too-large':
      return `is too large (${problem.megabytes} MB)`;
    case 'not-a-format':
      return 'is none of the formats that can be read';
    case 'broken':
      return `is damaged or no ${problem.as}`;
    case 'unexpected':
      return `something is missing or not as expected${problem.at ? ` (${problem.at})` : ''}`;
    case 'bad-counts':
      return 'run lengths that don’t fill their picture';
    case 'bad-polygon':
      return 'a polygon that is none';
    case 'too-complicated':
      return 'a shape with too many points';
    case 'too-many':
      return 'more than this browser should load at once';
    case 'other-size':
      return `made for ${problem.found.width} × ${problem.found.height}, but the photo is ${problem.photo.width} × ${problem.photo.height}`;
    case 'unknown-class':
      return 'a class that isn’t listed';
    case 'unknown-photo':
      return 'an object of a photo that isn’t listed';
    case 'ambiguous-photo':
      return 'a name that fits several open photos';
    case 'unknown-shape':
      return `a shape that has no area (${problem.shape})`;
    case 'empty-object':
      return 'an object without pixels';
    case 'unsafe-path':
      return 'a path that leads out of its folder';
  }
}

function count(number: number, what: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? what : `${what}s`}`;
}

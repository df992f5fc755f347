import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { isEmptyMask } from '../../mask/measure.ts';
import type {
  Attribute,
  CocoCategory,
  CocoId,
  DatasetPhoto,
  LabelReview,
  Rgb,
} from '../dataset.ts';
import { baseName } from '../photos/file-names.ts';
import type { Claim } from '../photos/photo-claims.ts';
import { createPhotoFinder, type Found } from '../photos/photo-finder.ts';
import { FormatError, problemOf, type ReadNote, type ReadProblem } from '../problems.ts';
import { isSameSize, judgeLabels, type Labels, mayBeCopy } from './labels.ts';
import { LIMITS } from './limits.ts';
import { createRunStore } from './packed-runs.ts';
import type { EmbeddedPhoto, Noted, ReadClass, ReadPhoto, ReadResult, Skipped } from './result.ts';
import { createTally } from './tally.ts';

/** What a reader tells about the files it goes through. */
export interface Reading {
  /**
   * The known photo that is meant; else it is noted as unmatched, or as a problem of the file, and
   * null. A name leads on from the file's folder; `others` are tried where it leads nowhere.
   */
  findPhoto(
    file: string,
    name: string,
    size: Size | null,
    others?: readonly string[],
  ): FoundPhoto | null;
  /** A photo that lies in the label file itself, for labels whose photo isn't known otherwise. */
  bringPhoto(file: string, photo: DatasetPhoto, content: Blob): FoundPhoto;
  /** The one photo there is, for files that name none; null when there are several, or none. */
  onlyPhoto(file: string): FoundPhoto | null;
  /** Whether `findPhoto` would find one. */
  knowsPhoto(file: string, name: string, size: Size | null): boolean;
  addClass(name: string, color?: Rgb | null, coco?: CocoCategory): void;
  /** An empty mask is a FormatError. */
  addObject(photo: FoundPhoto, object: ObjectDraft): void;
  addTag(photo: FoundPhoto, tag: string): void;
  /** The review of the photo as a whole; the first that is said stays. */
  setReview(photo: FoundPhoto, review: LabelReview | undefined): void;
  /** The first that is said stays. */
  setCocoId(photo: FoundPhoto, id: CocoId | undefined): void;
  /** Runs `read`; a FormatError is noted and whatever comes next goes on. */
  attempt(file: string, read: () => void): void;
  /** Notes a FormatError; anything else is thrown on. */
  refuse(file: string, error: unknown): void;
  skip(file: string, problem: ReadProblem): void;
  /** Tells about something that was read, or about a part of it that has no place here. */
  note(file: string, note: ReadNote): void;
  /** How far a long file has been read, 0 to 1. */
  progress(share: number): void;
  result(): ReadResult;
}

export interface FoundPhoto {
  readonly index: number;
  /** What its labels were made for: a turned or resized copy, where the file says so. */
  readonly size: Size;
  /** Whose labels go onto it. */
  readonly claim: number;
}

interface ObjectDraft {
  readonly className: string;
  readonly mask: Mask;
  readonly isBox?: boolean;
  readonly score?: number | null | undefined;
  readonly note?: string | undefined;
  readonly attributes?: readonly Attribute[];
  readonly review?: LabelReview | undefined;
  readonly cocoId?: CocoId | undefined;
}

/** The index of a photo runs through `open` and `brought`, then through those in label files. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: all that readers tell ends in the one result, whose lists these are.
export function createReading(
  open: readonly DatasetPhoto[],
  brought: readonly DatasetPhoto[] = [],
  onProgress: (share: number) => void = () => {},
): Reading {
  const known = [...open, ...brought];
  const embedded: EmbeddedPhoto[] = [];
  const finder = createPhotoFinder(open, brought);
  const claims: Labels[] = [];
  const claimAt = new Map<string, number>();
  const classes = new Map<string, ReadClass>();
  const unmatched = new Set<string>();
  const skipped = createTally<Omit<Skipped, 'count'>>();
  const notes = createTally<Omit<Noted, 'count'>>();
  const keepRuns = createRunStore();
  let objectCount = 0;

  function sizeOf(photo: number): Size {
    const { size } = known[photo] ?? embedded[photo - known.length]?.photo ?? NO_PHOTO;
    return size;
  }

  function claim(photo: number, { file, name, fit }: Claim, size = sizeOf(photo)): FoundPhoto {
    const key = JSON.stringify([photo, file, name]);
    const at = claimAt.get(key) ?? claims.length;
    if (at === claims.length)
      claims.push({ photo, file, name, fit, objects: [], tags: [], boxes: 0 });
    claimAt.set(key, at);
    return { index: photo, size, claim: at };
  }

  function skip(file: string, problem: ReadProblem): void {
    skipped.add({ file, problem });
  }

  function refuse(file: string, error: unknown): void {
    skip(file, problemOf(error));
  }

  function addClass(name: string, color: Rgb | null = null, coco?: CocoCategory): void {
    const known = classes.get(name);
    const category = known?.coco ?? coco;
    classes.set(name, {
      name,
      color: known?.color ?? color,
      ...(category ? { coco: category } : {}),
    });
  }

  return {
    skip,
    refuse,
    addClass,
    progress: onProgress,
    note: (file, note) => notes.add({ file, note }),
    knowsPhoto: (file, name, size) => finder.find({ file, name, size }).kind === 'found',
    findPhoto(file, name, size, others = []) {
      const names = [name, ...others];
      const all = names.map((each) => finder.find({ file, name: each, size }));
      const at = Math.max(0, firstOf(all, ['found', 'other-size', 'ambiguous']));
      const found = all[at] ?? { kind: 'unknown' };
      if (found.kind === 'found')
        return claim(found.index, { file, name: names[at] ?? name, fit: found.fit });
      if (found.kind === 'unknown') unmatched.add(name);
      if (found.kind === 'ambiguous') skip(file, { kind: 'ambiguous-photo' });
      if (found.kind !== 'other-size' || !size) return null;
      if (mayBeCopy(size, sizeOf(found.index)))
        return claim(found.index, { file, name: names[at] ?? name, fit: found.fit }, size);
      skip(file, { kind: 'other-size', found: size, photo: sizeOf(found.index) });
      return null;
    },
    onlyPhoto: (file) =>
      known.length === 1 ? claim(0, { file, name: known[0]?.name ?? '', fit: [] }) : null,
    bringPhoto(file, photo, content) {
      embedded.push({ photo, content });
      return claim(known.length + embedded.length - 1, { file, name: photo.name, fit: [] });
    },
    addObject(
      photo,
      { isBox, score = null, note = '', attributes = [], review, cocoId, ...drawn },
    ) {
      const { className, mask } = drawn;
      const size = sizeOf(photo.index);
      if (!isSameSize(mask.size, size) && !mayBeCopy(mask.size, size))
        throw new FormatError({ kind: 'other-size', found: mask.size, photo: size });
      if (isEmptyMask(mask)) throw new FormatError({ kind: 'empty-object' });
      objectCount++;
      if (objectCount > LIMITS.objects) throw new FormatError({ kind: 'too-many' });
      addClass(className);
      const labels = claims[photo.claim];
      if (isBox && labels) labels.boxes++;
      const own = {
        ...(review === undefined ? {} : { review }),
        ...(cocoId === undefined ? {} : { cocoId }),
      };
      const kept = { size: mask.size, runs: keepRuns(mask.runs) };
      labels?.objects.push({ className, mask: kept, score, note, attributes, ...own });
    },
    addTag(photo, tag) {
      const tags = claims[photo.claim]?.tags;
      if (tag !== '' && !tags?.includes(tag)) tags?.push(tag);
    },
    setReview(photo, review) {
      const labels = claims[photo.claim];
      if (labels) labels.review ??= review;
    },
    setCocoId(photo, id) {
      const labels = claims[photo.claim];
      if (labels) labels.cocoId ??= id;
    },
    attempt(file, read) {
      try {
        read();
      } catch (error) {
        refuse(file, error);
      }
    },
    result() {
      const { photos, boxes, lost, unclear } = judgeLabels(claims, open.length, sizeOf);
      for (const { name } of lost) unmatched.add(name);
      for (const { file } of unclear) skip(file, { kind: 'ambiguous-photo' });
      return {
        photos,
        boxes,
        embedded,
        classes: [...classes.values()],
        unmatched: [...unmatched],
        skipped: skipped.list(),
        notes: notes.list(),
        unlabelled: countUnlabelled(photos, open, brought),
      };
    },
  };
}

const NO_PHOTO: DatasetPhoto = { name: '', size: { width: 0, height: 0 } };

/** One that is open already, under the same name, has its labels there. */
function countUnlabelled(
  photos: readonly ReadPhoto[],
  open: readonly DatasetPhoto[],
  brought: readonly DatasetPhoto[],
): number {
  const openNames = new Set(open.map(({ name }) => baseName(name)));
  const labelled = new Set(photos.map(({ photo }) => photo));
  return brought.filter(
    ({ name }, i) => !labelled.has(open.length + i) && !openNames.has(baseName(name)),
  ).length;
}

/** Index of the first of the best kind. */
function firstOf(all: readonly Found[], kinds: readonly Found['kind'][]): number {
  for (const kind of kinds) {
    const at = all.findIndex((found) => found.kind === kind);
    if (at >= 0) return at;
  }
  return -1;
}

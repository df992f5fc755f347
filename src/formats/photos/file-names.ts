import type { DatasetPhoto } from '../dataset.ts';

/** Where a photo is kept in a data set; unique, also where case or the ending doesn't count. */
export interface PhotoFile {
  /** With its folder, "day 1/beach.jpg". */
  readonly name: string;
  /** "day 1/beach": names what belongs to the photo. */
  readonly stem: string;
}

const PICTURE_ENDING =
  /\.(jpe?g|jpe|jfif|png|apng|webp|avif|gif|bmp|dib|tiff?|btf|heic|heif|hif|jxl|jp2|j2k)$/i;
/**
 * What some file system or zip reader refuses, what would lead out of the folder, and signs that
 * turn the text around, so another ending is read.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*/\\]+/gu;
/** Devices of Windows, whatever the ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const MOST_CHARACTERS = 120;
/** What others add to a photo's name to name its mask. */
export const MASK_SUFFIX =
  /[-_. ](mask|masks|seg|segmentation|label|labels|gt|instance|instances)$/i;

/**
 * Photos keep their folders. Those of one path are all numbered, so the bare name, which could
 * mean any of them, is free. `endings` is by photo: "jpg", for photos whose name has none.
 */
export function photoFiles(
  photos: readonly Pick<DatasetPhoto, 'name'>[],
  endings: readonly string[],
): PhotoFile[] {
  const bases = photos.map(({ name }) => baseName(name));
  const stems = photos.map(({ name }, i) => {
    const folders = name
      .split('/')
      .slice(0, -1)
      .filter((folder) => folder !== '');
    return [...folders, stemOf(bases[i] ?? '')].map(safeName).join('/');
  });
  const uses = new Map<string, number>();
  for (const stem of stems) uses.set(folded(stem), (uses.get(folded(stem)) ?? 0) + 1);
  const taken = new Set(uses.keys());
  return stems.map((stem, i) => {
    const own = uses.get(folded(stem)) === 1 ? stem : numbered(stem, taken);
    const ending = PICTURE_ENDING.exec(bases[i] ?? '')?.[1] ?? endings[i] ?? 'jpg';
    return { name: `${own}.${ending}`, stem: own };
  });
}

/** The name without a picture's ending; other dots are part of it. */
export function stemOf(name: string): string {
  return name.replace(PICTURE_ENDING, '');
}

export function isPictureName(name: string): boolean {
  return PICTURE_ENDING.test(name);
}

/** The folders of a path, "a/b" for "a/b/c.jpg"; empty at the top. */
export function folderName(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** As a part of a web address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The last part of a path of either kind. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A name that any file system takes. */
export function safeName(name: string): string {
  const safe = [...name.normalize('NFC').replace(UNSAFE, '_')];
  const trimmed = safe
    .slice(0, MOST_CHARACTERS)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return trimmed.replace(RESERVED, '_$1') || 'unnamed';
}

/** "beach (1)", the first such that is free. */
function numbered(name: string, taken: Set<string>): string {
  let n = 1;
  while (taken.has(folded(`${name} (${n})`))) n++;
  taken.add(folded(`${name} (${n})`));
  return `${name} (${n})`;
}

/** As file systems that don't tell cases apart compare names. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

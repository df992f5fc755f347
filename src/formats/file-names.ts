import type { DatasetPhoto } from './dataset.ts';

/** Where a photo is kept in a data set; unique, also where case or the ending doesn't count. */
export interface PhotoFile {
  /** "beach.jpg". */
  readonly name: string;
  /** "beach": names what belongs to the photo. */
  readonly stem: string;
}

const PICTURE_ENDING = /\.(jpe?g|png|webp|avif|gif|bmp|tiff?|jfif)$/i;
/** What some file system or zip reader refuses, and what would lead out of the folder. */
const UNSAFE = /[\p{Cc}<>:"|?*/\\]+/gu;
const MOST_CHARACTERS = 120;

/** `endings` is by photo: "jpg", for photos whose name has none. */
export function photoFiles(
  photos: readonly Pick<DatasetPhoto, 'name'>[],
  endings: readonly string[],
): PhotoFile[] {
  const taken = new Set<string>();
  return photos.map(({ name }, i) => {
    const base = baseName(name);
    const ending = PICTURE_ENDING.exec(base)?.[1] ?? endings[i] ?? 'jpg';
    const stem = unused(safeName(stemOf(base)), taken);
    return { name: `${stem}.${ending}`, stem };
  });
}

/** The name without a picture's ending; other dots are part of it. */
export function stemOf(name: string): string {
  return name.replace(PICTURE_ENDING, '');
}

export function isPictureName(name: string): boolean {
  return PICTURE_ENDING.test(name);
}

/** The last part of a path of either kind. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A name that any file system takes. */
export function safeName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(UNSAFE, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return [...safe].slice(0, MOST_CHARACTERS).join('') || 'unnamed';
}

function unused(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${name} (${n})`;
  taken.add(candidate.toLowerCase());
  return candidate;
}

import { vocColor } from '../formats/classes/colors.ts';
import type { Attribute, PhotoLabels } from '../formats/dataset.ts';
import { FORMATS, type FormatId } from '../formats/formats.ts';
import type { Noted, ReadClass, ReadObject, Skipped } from '../formats/reading/result.ts';
import { renderFiles } from '../formats/worker/export.ts';
import { importFiles } from '../formats/worker/import.ts';
import type { WriteOptions } from '../formats/writing/writer.ts';
import type { Size } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';

export type { Attribute, CocoCategory, CocoId, LabelReview, Rgb } from '../formats/dataset.ts';
export type { FormatId } from '../formats/formats.ts';
export type { ReadNote, ReadProblem } from '../formats/problems.ts';
export type { Noted, ReadClass, ReadObject, Skipped } from '../formats/reading/result.ts';

/** Formats that hold labels; cut-outs and overlays draw the photo and are left to the app. */
export type LabelFormat = Exclude<FormatId, 'cut-outs' | 'overlays'>;

/** All of them, by the names that the app's exports have. */
export const LABEL_FORMATS: readonly LabelFormat[] = (
  Object.keys(FORMATS) as readonly FormatId[]
).filter((id) => id !== 'cut-outs' && id !== 'overlays');

/** An object to be written. */
export interface ObjectLabel {
  /** Name of its class. */
  readonly class: string;
  readonly mask: Mask;
  /** 0 to 1; left out: nobody said. */
  readonly score?: number | undefined;
  readonly note?: string | undefined;
  readonly attributes?: readonly Attribute[] | undefined;
}

/** A photo and what is on it. */
export interface LabelledPhoto {
  /** File name, or a path below the data set's folder. */
  readonly name: string;
  readonly size: Size;
  /** In drawing order: later ones lie on top. */
  readonly objects: readonly ObjectLabel[];
  readonly tags?: readonly string[] | undefined;
}

/** Settings of `writeLabels`. */
export interface LabelOptions extends Partial<Pick<WriteOptions, 'shapes' | 'tolerance'>> {
  /** What the data set is called; left out: `dataset`. */
  readonly name?: string | undefined;
  /** In the order of their numbers; classes of objects that are not among them follow. */
  readonly classes?: readonly string[] | undefined;
  /** Share of the photos that go into `val`, 0 to 1; left out: none. */
  readonly valShare?: number | undefined;
}

/** A file of a data set. */
export interface LabelFile {
  /** Below the data set's folder, with forward slashes. */
  readonly path: string;
  readonly content: Blob;
}

/**
 * Writes labels in a format, exact masks if it has them and nothing else is asked for. The files are of labels
 * alone; where the format wants photos beside them, they are the caller's to put there.
 */
export async function writeLabels(
  format: LabelFormat,
  photos: readonly LabelledPhoto[],
  {
    name = 'dataset',
    classes = [],
    valShare = 0,
    shapes = 'masks',
    tolerance = 0,
  }: LabelOptions = {},
): Promise<readonly LabelFile[]> {
  const used = photos.flatMap(({ objects }) => objects.map((object) => object.class));
  const names = [...new Set([...classes, ...used])];
  const request = {
    format,
    head: {
      name,
      classes: names.map((one, i) => ({ name: one, color: vocColor(i + 1) })),
      photos: photos.map((photo) => ({ name: photo.name, size: photo.size })),
    },
    options: { shapes, tolerance, includesPhotos: false, feather: 0 },
    endings: [],
    valShare,
  };
  const labelsAt = async (index: number) => labelsOf(photos[index], names);
  const files = await renderFiles(request, [...photos.keys()], labelsAt);
  return files.map(({ path, content }) => ({ path, content }));
}

function labelsOf(photo: LabelledPhoto | undefined, names: readonly string[]): PhotoLabels {
  const objects = (photo?.objects ?? []).map((object) => ({
    classIndex: names.indexOf(object.class),
    mask: object.mask,
    score: object.score ?? null,
    note: object.note ?? '',
    attributes: object.attributes ?? [],
  }));
  return { objects, tags: photo?.tags ?? [] };
}

/** A file of labels, or a zip of such. */
export interface ChosenFile {
  /** Below the folder that it is from, with forward slashes: labels and photos find each other by it. */
  readonly path: string;
  readonly file: Blob;
}

/** What files of labels say. */
export interface ReadLabels {
  readonly photos: readonly PhotoReading[];
  readonly classes: readonly ReadClass[];
  /** Names of photos that the files speak of and that were not given. */
  readonly unmatched: readonly string[];
  /** What could not be used, and why. */
  readonly skipped: readonly Skipped[];
  /** What to know of what was used, such as an encoding that was guessed. */
  readonly notes: readonly Noted[];
}

/** What they say of one photo. */
export interface PhotoReading {
  readonly name: string;
  readonly size: Size;
  readonly objects: readonly ReadObject[];
  readonly tags: readonly string[];
}

/**
 * Reads labels in whatever format, told by what is in the files; zips are opened. They are for the photos given here
 * and for those among the files. Bad input is in the result, never thrown.
 */
export async function readLabels(
  files: readonly ChosenFile[],
  photos: readonly { readonly name: string; readonly size: Size }[],
  onProgress: (done: number, of: number) => void = () => {},
): Promise<ReadLabels> {
  const { result } = await importFiles(files, photos, onProgress);
  const { known, classes, unmatched, skipped, notes } = result;
  const read = result.photos.flatMap(({ photo, objects, tags }) => {
    const facts = known[photo];
    return facts ? [{ name: facts.name, size: facts.size, objects, tags }] : [];
  });
  return { photos: read, classes, unmatched, skipped, notes };
}

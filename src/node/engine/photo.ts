import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ImageBox, Size } from '../../geometry/spaces.ts';
import { describePhotoProblem } from '../../photo/describe.ts';
import type { ModelImage, PhotoProblem } from '../../photo/protocol.ts';
import { decodeCrop, decodeMeasuredImage } from '../../photo/worker/decode.ts';
import { fingerprintOf } from '../../photo/worker/fingerprint.ts';
import { isClearPhoto } from '../../report/clarity.ts';
import type { PhotoReport } from '../../report/report.ts';
import { loadRestOfWords } from '../../words/words.ts';
import { Failure } from '../failure.ts';
import { installPictures } from './pictures.ts';

/** A photo as the engine sees it. */
export interface Photo {
  readonly path: string;
  /** By the file's content. */
  readonly id: string;
  /** Upright. */
  readonly size: Size;
  readonly image: ModelImage;
  /** Clear to the model (report/clarity.ts). */
  readonly isClear: boolean;
  readonly report: PhotoReport;
  readonly file: Blob;
}

installPictures();

/** Throws a Failure that says what is wrong with the file. */
export async function readPhoto(path: string): Promise<Photo> {
  return readPhotoFile(path, await openFile(path));
}

/** The same of what lies on no disk; `path` is what it is called when it is refused. */
export async function readPhotoFile(path: string, file: Blob): Promise<Photo> {
  const decoded = await decodeMeasuredImage(file);
  if (!decoded.ok) throw await refused(path, decoded.problem);
  const { size, image, report } = decoded;
  const isClear = isClearPhoto(report);
  return { path, id: await fingerprintOf(file), size, image, isClear, report, file };
}

/** A part at full resolution. */
export async function readCrop(
  { path, file }: Pick<Photo, 'path' | 'file'>,
  box: ImageBox,
): Promise<ModelImage> {
  const decoded = await decodeCrop(file, box);
  if (!decoded.ok) throw await refused(path, decoded.problem);
  return decoded.image;
}

export async function openFile(path: string): Promise<Blob> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Failure(`${path}: no such file`);
  if (!found.isFile()) throw new Failure(`${path}: not a file`);
  try {
    return await openAsBlob(path);
  } catch {
    throw new Failure(`${path}: permission to read it is missing`);
  }
}

async function refused(path: string, problem: PhotoProblem): Promise<Failure> {
  // Its reader is a part of the page.
  if (problem.kind === 'no-heic-reader') {
    return new Failure(`${path}: HEIC is not read by this command; convert it to JPEG or PNG`);
  }
  await loadRestOfWords();
  return new Failure(`${path}: ${describePhotoProblem(problem)}`);
}

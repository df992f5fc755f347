import { contract } from '../../contract/contract.ts';
import type { Photo as Pixels } from '../../degrade/photo.ts';
import { inputSizeOf } from '../../geometry/input.ts';
import { describePhotoProblem } from '../../photo/describe.ts';
import { decodePicture } from '../../photo/worker/decode.ts';
import { measureRows } from '../../photo/worker/measured.ts';
import { createResizer } from '../../photo/worker/resize.ts';
import { restoredImage } from '../../photo/worker/restored-image.ts';
import { forEachRow } from '../../photo/worker/rows.ts';
import { isClearPhoto } from '../../report/clarity.ts';
import type { PhotoReport } from '../../report/report.ts';
import { loadRestOfWords } from '../../words/words.ts';
import type { Seen } from '../engine/engine.ts';
import { openFile } from '../engine/photo.ts';
import { Failure } from '../failure.ts';

/** All of a photo's pixels, upright. Throws a Failure that says what is wrong with the file. */
export async function readPixels(path: string): Promise<Pixels> {
  const decoded = await decodePicture(await openFile(path));
  if (!decoded.ok) {
    await loadRestOfWords();
    throw new Failure(`${path}: ${describePhotoProblem(decoded.problem)}`);
  }
  const { picture } = decoded;
  const size = { width: picture.width, height: picture.height };
  const rgba = new Uint8ClampedArray(size.width * size.height * 4);
  let at = 0;
  forEachRow(picture, (row) => {
    rgba.set(row, at);
    at += row.length;
  });
  picture.close();
  return { size, rgba };
}

/** What the engine sees of pixels: `id` is theirs. */
export function seenPixels(id: string, { size, rgba }: Pixels): Seen & { report: PhotoReport } {
  const modelSize = inputSizeOf(size, contract.image.size);
  const resizer = createResizer(size, modelSize);
  const bytes = size.width * 4;
  for (let y = 0; y < size.height; y++) resizer.push(rgba.subarray(y * bytes, (y + 1) * bytes));
  const report = measureRows(size, (visit, part = { x: 0, y: 0, ...size }) => {
    for (let y = part.y; y < part.y + part.height; y++) {
      const start = y * bytes + part.x * 4;
      visit(rgba.subarray(start, start + part.width * 4));
    }
  });
  const image = { size: modelSize, rgb: resizer.finish() };
  return { id, size, image, isClear: isClearPhoto(report), report };
}

export function seenRestored({ id, size, image, report }: ReturnType<typeof seenPixels>): Seen {
  const { modelImage, isClear } = restoredImage(image, report);
  return { id: `${id} restored`, size, image: modelImage, isClear };
}

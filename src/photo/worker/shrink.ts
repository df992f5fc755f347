import { contract } from '../../contract/contract.ts';
import { inputSizeOf } from '../../geometry/input.ts';
import type { Size } from '../../geometry/spaces.ts';
import type { ModelImage, PhotoLevel } from '../protocol.ts';
import { createPyramid } from './pyramid.ts';
import { createResizer } from './resize.ts';
import { forEachRow } from './rows.ts';

/** One walk over the rows feeds the model's picture and every smaller level. */
export async function shrink(
  picture: ImageBitmap,
  size: Size,
): Promise<{ modelImage: ModelImage; levels: PhotoLevel[] }> {
  const modelSize = inputSizeOf(size, contract.image.size);
  const resizer = createResizer(size, modelSize);
  const pyramid = createPyramid(size);
  forEachRow(picture, (row) => {
    resizer.push(row);
    pyramid.push(row);
  });
  pyramid.finish();
  return {
    modelImage: { size: modelSize, rgb: resizer.finish() },
    levels: await pyramid.levels(),
  };
}

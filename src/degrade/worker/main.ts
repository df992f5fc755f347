import { expose, transfer } from 'comlink';
import { measureRows } from '../../photo/worker/measured.ts';
import { restoredImage } from '../../photo/worker/restored-image.ts';
import { forEachRow } from '../../photo/worker/rows.ts';
import { shrink } from '../../photo/worker/shrink.ts';
import { cutTiles } from '../../photo/worker/tiles.ts';
import type { Photo } from '../photo.ts';
import type { DegradeWorker } from '../protocol.ts';
import { degrade } from '../registry.ts';

const worker: DegradeWorker = {
  async preview(picture, stack) {
    const half = await createImageBitmap(picture, {
      resizeWidth: Math.ceil(picture.width / 2),
      resizeHeight: Math.ceil(picture.height / 2),
      resizeQuality: 'medium',
    });
    picture.close();
    const made = await pictureOf(degrade(pixelsOf(half), stack));
    half.close();
    return transfer(made, [made]);
  },
  async degrade(picture, stack) {
    const photo = pixelsOf(picture);
    picture.close();
    const made = await pictureOf(degrade(photo, stack));
    const { modelImage, levels } = await shrink(made, photo.size);
    const report = measureRows(made, (visit, part) => forEachRow(made, visit, part));
    const whole = { size: photo.size, tiles: cutTiles(made) };
    made.close();
    const all = [whole, ...levels];
    const tiles = all.flatMap((level) => level.tiles.map(({ bitmap }) => bitmap));
    return transfer({ levels: all, modelImage, report }, [...tiles, modelImage.rgb.buffer]);
  },
  async restore(image, report) {
    const made = restoredImage(image, report);
    return transfer(made, [made.modelImage.rgb.buffer]);
  },
};

function pixelsOf(picture: ImageBitmap): Photo {
  const size = { width: picture.width, height: picture.height };
  const rgba = new Uint8ClampedArray(size.width * size.height * 4);
  let offset = 0;
  forEachRow(picture, (row) => {
    rgba.set(row, offset);
    offset += row.length;
  });
  return { size, rgba };
}

function pictureOf({ size, rgba }: Photo): Promise<ImageBitmap> {
  return createImageBitmap(new ImageData(rgba, size.width, size.height));
}

expose(worker);

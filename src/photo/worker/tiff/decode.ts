import { type Rgba, upright } from '../orientation.ts';
import { colorModelOf, toRgba } from './color.ts';
import { TIFF, type TiffDirectory, tiffNumber } from './directory.ts';
import { layoutOf, PHOTOMETRIC } from './layout.ts';
import { photoPage } from './page.ts';
import { readRaster } from './raster.ts';

export interface TiffPicture extends Rgba {
  /** The colour profile its RGB is in; null: sRGB. */
  readonly profile: Uint8Array<ArrayBuffer> | null;
}

/** Opaque, upright RGBA of the page that is the photo. Rejects where the file is corrupt. */
export async function decodeTiff(bytes: Uint8Array<ArrayBuffer>): Promise<TiffPicture> {
  const page = photoPage(bytes)?.page;
  const layout = page && layoutOf(page);
  if (!page || !layout) throw new Error('no page');
  const model = colorModelOf(layout);
  const raster = await readRaster(bytes, page, layout, model.shown);
  const palette = page.get(TIFF.colorMap) ?? [];
  const rgba = toRgba(raster, layout, model, palette, noDataOf(page));
  const profile = isRgb(layout.photometric) ? rgbProfileOf(page) : null;
  return { ...upright(rgba, tiffNumber(page, TIFF.orientation, 1)), profile };
}

function isRgb(photometric: number): boolean {
  const { rgb, palette, ycbcr } = PHOTOMETRIC;
  const coloured: readonly number[] = [rgb, palette, ycbcr];
  return coloured.includes(photometric);
}

/** Where a profile says which colours it is for. */
const COLOUR_SPACE_AT = 16;

function rgbProfileOf(page: TiffDirectory): Uint8Array<ArrayBuffer> | null {
  const profile = page.get(TIFF.iccProfile);
  const space = profile?.slice(COLOUR_SPACE_AT, COLOUR_SPACE_AT + 4) ?? [];
  return profile && String.fromCharCode(...space) === 'RGB ' ? Uint8Array.from(profile) : null;
}

/** The value that stands for nothing, in GDAL's own tag: a number as text. */
function noDataOf(page: TiffDirectory): number | null {
  const text = String.fromCharCode(...(page.get(TIFF.noData) ?? []).slice(0, 64));
  const value = Number.parseFloat(text);
  return Number.isNaN(value) ? null : value;
}

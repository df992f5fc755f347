import { baseName } from '../photos/file-names.ts';
import { decodeMaskPng, type MaskPng } from '../png/decode.ts';
import { readBytes, type SourceFile } from '../reading/sources.ts';

/** "panoptic_val.json" has its pictures in a folder of its own name, as some have them in "panoptic_masks". */
export function segmentPngs(
  pngs: readonly SourceFile[],
): (jsonPath: string, name: string) => Promise<MaskPng | null> {
  return async (jsonPath, name) => {
    const fits = pngs.filter(({ path }) => path.endsWith(`/${name}`));
    const folder = `${baseName(jsonPath).replace(/\.json$/i, '')}/`;
    // Others of that name lie deeper.
    const [png] = fits.toSorted((a, b) => {
      const isElsewhere = ({ path }: SourceFile) => Number(!path.includes(folder));
      return isElsewhere(a) - isElsewhere(b) || a.path.length - b.path.length;
    });
    return png ? decodeMaskPng(await readBytes(png)) : null;
  };
}

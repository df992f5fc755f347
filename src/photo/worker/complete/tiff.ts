import { readTiffDirectory, TIFF, type TiffDirectory, tiffNumber } from '../tiff-directory.ts';

/** True when the first directory and all its strips or tiles lie within the file. */
export function isTiffComplete(bytes: Uint8Array): boolean {
  const directory = readTiffDirectory(bytes);
  if (!directory) return false;
  const isTiled = directory.has(TIFF.tileOffsets);
  const offsets = directory.get(isTiled ? TIFF.tileOffsets : TIFF.stripOffsets) ?? [];
  const lengths = directory.get(isTiled ? TIFF.tileBytes : TIFF.stripBytes) ?? [
    uncompressedBytes(directory),
  ];
  return offsets.every((offset, i) => offset + (lengths[i] ?? 0) <= bytes.length);
}

/** Old writers leave the byte count out of a file with a single strip. */
function uncompressedBytes(directory: TiffDirectory): number {
  const bits = (directory.get(TIFF.bitsPerSample) ?? [1]).reduce((sum, n) => sum + n, 0);
  const rowBytes = Math.ceil((tiffNumber(directory, TIFF.width, 0) * bits) / 8);
  return rowBytes * tiffNumber(directory, TIFF.height, 0);
}

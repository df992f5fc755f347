import { blocksOf, layoutOf } from '../tiff/layout.ts';
import { photoPage } from '../tiff/page.ts';

/** True when the photo's page and all its strips or tiles lie within the file. */
export function isTiffComplete(bytes: Uint8Array): boolean {
  const page = photoPage(bytes)?.page;
  const layout = page && layoutOf(page);
  if (!page || !layout) return false;
  try {
    return blocksOf(page, layout, bytes.length).every(
      ({ offset, bytes: length }) => length >= 0 && offset + length <= bytes.length,
    );
  } catch {
    // Parts that are missing or too large are a matter of damage, which decoding finds.
    return true;
  }
}

import type { Colours } from './colours.ts';

/** In sRGB: browsers convert colours of files alone, so it is made one. */
export async function profiledPicture(picture: ImageData, colours: Colours): Promise<ImageBitmap> {
  const { pngWithColours } = await import('./profiled-png.ts');
  const png = new Blob(pngWithColours(picture, colours), { type: 'image/png' });
  // A profile that the browser can't read is no reason to show nothing.
  return createImageBitmap(png).catch(() => createImageBitmap(picture));
}

/** What the numbers of a picture mean: by an ICC profile, or by numbers of ITU-T H.273. */
export type Colours =
  | { readonly profile: Uint8Array<ArrayBuffer> }
  | { readonly primaries: number; readonly transfer: number };

/** In sRGB: browsers convert colours of files alone, so it is made one. */
export async function profiledPicture(picture: ImageData, colours: Colours): Promise<ImageBitmap> {
  const { pngWithColours } = await import('./profiled-png.ts');
  const png = new Blob(pngWithColours(picture, colours), { type: 'image/png' });
  // A profile that the browser can't read is no reason to show nothing.
  return createImageBitmap(png).catch(() => createImageBitmap(picture));
}

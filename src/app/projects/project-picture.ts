import type { Thumbnail } from '../photos/thumbnails.ts';

/** A photo's thumbnail as a small JPEG, for the project's picture. */
export async function pictureOf(thumbnail: Thumbnail | undefined): Promise<Blob | null> {
  if (!thumbnail || thumbnail === 'broken') return null;
  // One that was closed meanwhile can't be drawn.
  if (thumbnail.width === 0) return null;
  const canvas = new OffscreenCanvas(thumbnail.width, thumbnail.height);
  canvas.getContext('2d')?.drawImage(thumbnail, 0, 0);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}

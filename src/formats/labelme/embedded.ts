import { baseName, folderName } from '../photos/file-names.ts';
import { pictureSize } from '../photos/picture-size.ts';
import type { EmbeddedPhoto } from '../reading/result.ts';
import { bytesFromBase64 } from '../text/base64.ts';

/** The photo that LabelMe keeps in its file by default; null where it doesn't, or can't be a picture. */
export function embeddedPhoto(file: string, name: string, data: unknown): EmbeddedPhoto | null {
  const base64 = typeof data === 'string' ? data.replace(/^data:[^,]{0,200},/, '') : '';
  const bytes = base64 === '' ? null : bytesFromBase64(base64);
  const size = bytes && pictureSize(bytes);
  if (!bytes || !size) return null;
  const path = [folderName(file), baseName(name)].filter(Boolean).join('/');
  return { photo: { name: path, size }, content: new Blob([bytes]) };
}

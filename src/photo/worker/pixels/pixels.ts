import type { PhotoFormat, PhotoProblem } from '../../protocol.ts';
import { type Inspected, tooLarge } from '../inspect.ts';
import { closed } from './open-ended.ts';
import { profiledPicture } from './profiled.ts';

/** A file that is no good, with the reason for the person. */
export class RefusedPhoto extends Error {
  constructor(readonly problem: PhotoProblem) {
    super(problem.kind);
  }
}

/** The photo upright, in sRGB; the caller closes it. */
export async function pictureOf(file: Blob, inspected: Inspected): Promise<ImageBitmap> {
  const { format, bytes, isOpenEnded, otherwise } = inspected;
  const parts = isOpenEnded ? await closed(bytes, format) : null;
  if (isOpenEnded && !parts) throw new RefusedPhoto({ kind: 'truncated', format });
  const picture = await decoded(parts ? new Blob(parts) : file, inspected).catch((error) => {
    throw otherwise && !(error instanceof RefusedPhoto) ? new RefusedPhoto(otherwise) : error;
  });
  const large = tooLarge(picture);
  if (!large) return picture;
  picture.close();
  throw new RefusedPhoto(large);
}

function decoded(file: Blob, { format, bytes }: Inspected): Promise<ImageBitmap> {
  if (format === 'tiff') return tiffPicture(bytes);
  return format === 'heic' ? heicPicture(file, bytes) : browserPicture(file, format);
}

/** Orientation and colour profile as the browser shows them. */
function browserPicture(file: Blob, format: PhotoFormat): Promise<ImageBitmap> {
  // Named by its content: some browsers go by the type, which a file's name may have got wrong.
  const type = format === 'other' ? file.type : `image/${format}`;
  const typed = file.slice(0, file.size, type);
  return createImageBitmap(typed, { imageOrientation: 'from-image' });
}

/** The decoder is large and TIFF rare, so it is loaded when needed. */
async function tiffPicture(bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap> {
  const { decodeTiff } = await import('../tiff/decode.ts');
  const { size, data, profile } = await decodeTiff(bytes);
  const picture = new ImageData(data, size.width, size.height);
  return profile ? profiledPicture(picture, { profile }) : createImageBitmap(picture);
}

/** Safari's own is faster, and reads variants that libheif doesn't. */
let browserKnowsHeic = true;

async function heicPicture(file: Blob, bytes: Uint8Array<ArrayBuffer>): Promise<ImageBitmap> {
  if (browserKnowsHeic) {
    const own = await browserPicture(file, 'heic').catch(() => null);
    if (own) return own;
    browserKnowsHeic = false;
  }
  const { decodeHeic, HeicReaderMissing } = await import('../heic/decode.ts');
  const { picture, colours } = await decodeHeic(bytes).catch((error) => {
    throw error instanceof HeicReaderMissing ? new RefusedPhoto({ kind: 'no-heic-reader' }) : error;
  });
  return colours ? profiledPicture(picture, colours) : createImageBitmap(picture);
}

import { heifFacts } from '../header/heif.ts';
import type { Colours } from '../pixels/colours.ts';
import { type Libheif, loadLibheif } from './libheif.ts';

interface HeicPicture {
  readonly picture: ImageData;
  /** Null: sRGB. */
  readonly colours: Colours | null;
}

export { HeicReaderMissing } from './libheif.ts';

/** Upright and cut as the file says. Rejects where it is corrupt, or the decoder can't be loaded. */
export async function decodeHeic(bytes: Uint8Array<ArrayBuffer>): Promise<HeicPicture> {
  const libheif = await loadLibheif();
  const context = libheif.heif_context_alloc();
  try {
    return { picture: await primaryImage(libheif, context, bytes), colours: coloursOf(bytes) };
  } finally {
    libheif.heif_context_free(context);
  }
}

async function primaryImage(
  libheif: Libheif,
  context: unknown,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ImageData> {
  const read = libheif.heif_context_read_from_memory(context, bytes);
  if (read.code !== libheif.heif_error_code.heif_error_Ok) throw new Error(read.message);
  const handle = libheif.heif_js_context_get_primary_image_handle(context);
  if ('code' in handle) throw new Error(handle.message);
  try {
    const { heif_colorspace, heif_chroma } = libheif;
    const decoded = await libheif.heif_js_decode_image2(
      handle,
      heif_colorspace.heif_colorspace_RGB,
      heif_chroma.heif_chroma_interleaved_RGBA,
    );
    if ('code' in decoded) throw new Error(decoded.message);
    const [channel] = decoded.channels;
    if (!channel) throw new Error('no pixels');
    const picture = withoutGaps(channel);
    libheif.heif_image_release(decoded.image);
    return picture;
  } finally {
    libheif.heif_image_handle_release(handle);
  }
}

/** The decoder pads its rows. */
function withoutGaps({
  width,
  height,
  stride,
  data,
}: {
  readonly width: number;
  readonly height: number;
  readonly stride: number;
  readonly data: Uint8Array;
}): ImageData {
  const picture = new ImageData(width, height);
  for (let y = 0; y < height; y += 1) {
    picture.data.set(data.subarray(y * stride, y * stride + width * 4), y * width * 4);
  }
  return picture;
}

/** Numbers of ITU-T H.273: BT.2020, and P3 with two kinds of white. */
const WIDE_PRIMARIES = [9, 11, 12];

/** As iPhones do it, by a profile; else by numbers, which matter where they mean more than sRGB has. */
function coloursOf(bytes: Uint8Array): Colours | null {
  const facts = heifFacts(bytes);
  if (facts?.profile) return { profile: facts.profile };
  const numbers = facts?.numbers;
  return numbers && WIDE_PRIMARIES.includes(numbers.primaries) ? numbers : null;
}

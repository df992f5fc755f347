import type { Size } from '../../geometry/spaces.ts';
import { MAX_MEGAPIXELS, type PhotoFormat, type PhotoProblem } from '../protocol.ts';
import type { Header } from './header/header.ts';
import { KINDS } from './kinds.ts';
import { SNIFF_BYTES, type Sniffed, sniff } from './sniff.ts';

/** A file that looks whole and is of a size we take. */
export interface Inspected {
  readonly ok: true;
  readonly format: PhotoFormat;
  /** Empty for what only the browser may know. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As the header promises, upright; null: it isn't known before the photo is decoded. */
  readonly size: Size | null;
  /** Its end is missing; of a JPEG, whether its pixels are all there shows when it is decoded. */
  readonly isOpenEnded: boolean;
  /** What to say when the browser can't decode it either; null: it should. */
  readonly otherwise: PhotoProblem | null;
}

export type Inspection = Inspected | Refused;

interface Refused {
  readonly ok: false;
  readonly problem: PhotoProblem;
}

/** A file's format and what its header promises; what is behind the header is not looked at. */
type HeaderResult =
  | {
      readonly ok: true;
      readonly format: PhotoFormat;
      /** Null: it isn't known before the photo is decoded. */
      readonly header: Header | null;
    }
  | Refused;

/** Some headers come late: behind a large preview in JPEG, at the end of TIFF. */
const HEAD_BYTES = [SNIFF_BYTES, 256 * 1024, Number.POSITIVE_INFINITY];

export function readHeader(file: Blob): Promise<HeaderResult> {
  return readHeaderOf(file.size, (most) => readBytes(file.slice(0, most)));
}

/** Inspects a file that lies anywhere; `read` gives its beginning, or null when it can't be read. */
export async function readHeaderOf(
  size: number,
  read: (most: number) => Promise<Uint8Array | null>,
): Promise<HeaderResult> {
  if (size === 0) return refuse({ kind: 'empty' });
  for (const length of HEAD_BYTES) {
    const head = await read(Math.min(length, size));
    if (!head) return refuse({ kind: 'inaccessible' });
    const sniffed = sniff(head);
    if (!sniffed.format) return refuse(sniffed.problem);
    const { format } = sniffed;
    if (!KINDS[format]) return { ok: true, format, header: null };
    const header = headerOf(format, head, length >= size);
    const large = tooLarge(header?.size);
    if (large) return refuse(large);
    if (header) return { ok: true, format, header };
    if (length >= size) return refuse(noSize(format));
  }
  return refuse({ kind: 'not-an-image' });
}

/** Reads the header first, so a huge or foreign file is refused without reading it all. */
export async function inspectFile(file: Blob): Promise<Inspection> {
  if (file.size === 0) return refuse({ kind: 'empty' });
  const head = await readBytes(file.slice(0, SNIFF_BYTES));
  if (!head) return refuse({ kind: 'inaccessible' });
  const sniffed = sniff(head);
  if (!sniffed.format) return refuse(sniffed.problem);
  if (!KINDS[sniffed.format]) return unknownToUs(sniffed);
  const early = tooLarge(headerOf(sniffed.format, head, false)?.size);
  if (early) return refuse(early);
  const bytes = await readBytes(file);
  return bytes ? inspectBytes(bytes, sniffed) : refuse({ kind: 'inaccessible' });
}

/** The browser may know it, and is asked first. */
function unknownToUs({ format, problem }: Sniffed & { readonly format: PhotoFormat }): Inspected {
  const bytes = new Uint8Array();
  return { ok: true, format, bytes, size: null, isOpenEnded: false, otherwise: problem };
}

async function inspectBytes(
  bytes: Uint8Array<ArrayBuffer>,
  { format, problem }: Sniffed & { readonly format: PhotoFormat },
): Promise<Inspection> {
  const header = headerOf(format, bytes, true);
  const large = tooLarge(header?.size);
  if (large) return refuse(large);
  const completeness = await KINDS[format]?.completenessOf(bytes);
  if (completeness === 'cut') return refuse({ kind: 'truncated', format });
  const unsupported = KINDS[format]?.unsupported?.(bytes);
  if (unsupported) return refuse(unsupported);
  if (!header) return refuse(noSize(format));
  const isOpenEnded = completeness === 'open';
  return { ok: true, format, bytes, size: header.size, isOpenEnded, otherwise: problem };
}

function headerOf(format: PhotoFormat, bytes: Uint8Array, isWholeFile: boolean): Header | null {
  try {
    const header = KINDS[format]?.headerOf(bytes, isWholeFile);
    return header && header.size.width > 0 && header.size.height > 0 ? header : null;
  } catch {
    return null;
  }
}

export function tooLarge(size: Size | undefined): PhotoProblem | null {
  const megapixels = size ? (size.width * size.height) / 1e6 : 0;
  return megapixels > MAX_MEGAPIXELS
    ? { kind: 'too-large', megapixels, limit: MAX_MEGAPIXELS }
    : null;
}

function noSize(format: PhotoFormat): PhotoProblem {
  return { kind: 'unreadable', format, detail: 'no size in the header' };
}

function refuse(problem: PhotoProblem): Refused {
  return { ok: false, problem };
}

/** Null when the disk refuses: the file is gone, locked, or a folder. */
async function readBytes(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    return null;
  }
}

import { readerOf, tagAt } from './bytes.ts';

interface Box {
  readonly type: string;
  readonly start: number;
  readonly headerBytes: number;
  /** Where the box ends by its own account; may lie past the end of the file. */
  readonly end: number;
}

/** True when the top-level boxes fit the file and hold both description and picture. */
export function isAvifComplete(bytes: Uint8Array): boolean {
  const found = new Set<string>();
  for (let at = 0; at < bytes.length; ) {
    const box = readBox(bytes, at);
    // What isn't a box after a whole picture is somebody's trailer.
    if (!box) return hasPicture(found);
    if (box.end > bytes.length) return false;
    found.add(box.type);
    if (box.type === 'meta' && holdsData(bytes, box)) found.add('mdat');
    at = box.end;
  }
  return hasPicture(found);
}

function hasPicture(found: ReadonlySet<string>): boolean {
  return found.has('mdat') && (found.has('meta') || found.has('moov'));
}

/** Small pictures may lie in an `idat` box inside `meta`, whose children follow 4 bytes of flags. */
function holdsData(bytes: Uint8Array, meta: Box): boolean {
  for (let at = meta.start + meta.headerBytes + 4; at < meta.end; ) {
    const child = readBox(bytes, at);
    if (!child) return false;
    if (child.type === 'idat') return true;
    at = child.end;
  }
  return false;
}

function readBox(bytes: Uint8Array, start: number): Box | null {
  const reader = readerOf(bytes, false);
  const type = tagAt(bytes, start + 4);
  if (!/^[ -~]{4}$/.test(type)) return null;
  const short = reader.u32(start);
  // 0: to the end of the file; 1: a 64-bit size follows.
  const headerBytes = short === 1 ? 16 : 8;
  const length = short === 1 ? reader.u32(start + 8) * 2 ** 32 + reader.u32(start + 12) : short;
  if (length !== 0 && !(length >= headerBytes)) return null;
  return { type, start, headerBytes, end: length === 0 ? bytes.length : start + length };
}

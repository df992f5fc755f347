import { JPG } from 'image-size/types/jpg';
import type { PhotoFormat, ProbeResult } from '../protocol.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readHeader } from './inspect.ts';
import { readTiffDirectory, TIFF } from './tiff-directory.ts';

/** What a file says about itself, by a small part of it. Bad input is a value, never a throw. */
export async function probePhoto(file: Blob): Promise<ProbeResult> {
  const header = await readHeader(file);
  if (!header.ok) return header;
  const { format, size, head } = header;
  try {
    const { width, height } = size;
    const upright = orientationOf(format, head) >= 5 ? { width: height, height: width } : size;
    return { ok: true, facts: { id: await fingerprintOf(file), size: upright, format } };
  } catch {
    return { ok: false, problem: { kind: 'inaccessible' } };
  }
}

/** The EXIF tag, 1 to 8: from 5 on, rows and columns are exchanged. */
function orientationOf(format: PhotoFormat, head: Uint8Array): number {
  if (format === 'jpeg') return JPG.calculate(head).orientation ?? 1;
  if (format === 'tiff') return readTiffDirectory(head)?.get(TIFF.orientation)?.[0] ?? 1;
  return 1;
}

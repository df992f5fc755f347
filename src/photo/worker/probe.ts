import type { Size } from '../../geometry/spaces.ts';
import type { PhotoProblem, ProbeResult } from '../protocol.ts';
import { decodePicture } from './decode.ts';
import { fingerprintOf } from './fingerprint.ts';
import { readHeader } from './inspect.ts';

type Measured =
  | { readonly ok: true; readonly size: Size }
  | { readonly ok: false; readonly problem: PhotoProblem };

/**
 * What a file says about itself, by a small part of it; where its header is not to be trusted, it is
 * decoded, so a photo has one size from the beginning. Bad input is a value, never a throw.
 */
export async function probePhoto(
  file: Blob,
  measure: (file: Blob) => Promise<Measured> = measureDecoded,
): Promise<ProbeResult> {
  const result = await readHeader(file);
  if (!result.ok) return result;
  const { format, header } = result;
  const measured = header?.isCertain
    ? { ok: true as const, size: header.size }
    : await measure(file);
  if (!measured.ok) return measured;
  try {
    return { ok: true, facts: { id: await fingerprintOf(file), size: measured.size, format } };
  } catch {
    return { ok: false, problem: { kind: 'inaccessible' } };
  }
}

async function measureDecoded(file: Blob): Promise<Measured> {
  const decoded = await decodePicture(file);
  if (!decoded.ok) return decoded;
  const { width, height } = decoded.picture;
  decoded.picture.close();
  return { ok: true, size: { width, height } };
}

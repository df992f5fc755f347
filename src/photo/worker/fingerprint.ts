import { sha256Hex } from '../../browser/sha256.ts';

/** Files up to here are read whole. */
const WHOLE_BYTES = 512 * 1024;
/** Longer files give this much at the beginning and at the end, */
const END_BYTES = 64 * 1024;
/** and so many samples between. */
const SAMPLES = 24;
const SAMPLE_BYTES = 16 * 1024;

/**
 * Names a file by its content: SHA-256, as lower-case hex, of its length and of samples from all over
 * it, so a folder of thousands of photos is known without reading it all. The same wherever the
 * file lies. Rejects when the disk refuses.
 */
export async function fingerprintOf(file: Blob): Promise<string> {
  const length = new BigUint64Array([BigInt(file.size)]);
  const sampled = new Blob([length, ...samplesOf(file)]);
  return sha256Hex(new Uint8Array(await sampled.arrayBuffer()));
}

function samplesOf(file: Blob): Blob[] {
  if (file.size <= WHOLE_BYTES) return [file];
  const last = file.size - END_BYTES;
  const step = (last - END_BYTES) / SAMPLES;
  const between = Array.from({ length: SAMPLES }, (_, i) => {
    const at = Math.floor(END_BYTES + i * step);
    return file.slice(at, at + Math.min(SAMPLE_BYTES, last - at));
  });
  return [file.slice(0, END_BYTES), ...between, file.slice(last)];
}

/** Unpacks PackBits into `out` until that is full; returns how many bytes were there. */
export function unpackPackBits(packed: Uint8Array, out: Uint8Array): number {
  let at = 0;
  for (let i = 0; i < packed.length && at < out.length; ) {
    const head = packed[i] ?? 0;
    i += 1;
    if (head < 128) {
      const run = packed.subarray(i, i + Math.min(head + 1, out.length - at));
      out.set(run, at);
      at += run.length;
      i += head + 1;
    } else if (head > 128 && i < packed.length) {
      const end = Math.min(at + 257 - head, out.length);
      out.fill(packed[i] ?? 0, at, end);
      at = end;
      i += 1;
    }
  }
  return at;
}

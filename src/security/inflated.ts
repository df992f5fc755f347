/** How much zlib data unpack to. */
export interface Inflated {
  /** Counted until soon after the limit, or as far as they could be read. */
  readonly bytes: number;
  readonly isDamaged: boolean;
}

/** Unpacks and forgets, so a bomb takes neither memory nor much time. */
export async function inflatedBytes(
  parts: Uint8Array<ArrayBuffer>[],
  most: number,
): Promise<Inflated> {
  const unpacked = new Blob(parts).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = unpacked.getReader();
  let bytes = 0;
  try {
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      bytes += value?.length ?? 0;
      if (bytes > most) break;
    }
  } catch {
    return { bytes, isDamaged: true };
  }
  await reader.cancel().catch(() => {});
  return { bytes, isDamaged: false };
}

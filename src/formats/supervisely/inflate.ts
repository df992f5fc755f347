import { FormatError } from '../problems.ts';

/** Throws a FormatError for what is not zlib's, and for more bytes than it may hold. */
export async function inflate(
  packed: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = unpacked.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      bytes += read.value.length;
      if (bytes > most) throw new FormatError({ kind: 'too-many' });
      chunks.push(Uint8Array.from(read.value));
    }
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError({ kind: 'broken', as: 'PNG' });
  } finally {
    await reader.cancel().catch(() => {});
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** Collects a stream as a blob, whose full pieces a browser keeps on disk. */
export interface BlobSink {
  readonly stream: WritableStream<Uint8Array<ArrayBuffer>>;
  toBlob(type: string): Blob;
}

const PIECE_BYTES = 8 * 2 ** 20;

export function createBlobSink(): BlobSink {
  const pieces: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      waiting.push(chunk);
      bytes += chunk.length;
      if (bytes < PIECE_BYTES) return;
      pieces.push(new Blob(waiting));
      waiting = [];
      bytes = 0;
    },
  });
  return { stream, toBlob: (type) => new Blob([...pieces, ...waiting], { type }) };
}

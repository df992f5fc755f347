import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** There once it is whole: half a file never stands in its place. */
export async function writeWhole(path: string, content: Blob): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  // The browser's type of a stream and Node's are of the same class.
  const stream = content.stream() as ReadableStream;
  await pipeline(Readable.fromWeb(stream), createWriteStream(unfinished));
  await rename(unfinished, path);
}

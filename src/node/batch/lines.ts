import { createReadStream } from 'node:fs';

/** A line of a file, and the bytes it lies between; `end` is behind its line feed. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LINE_FEED = 10;

/** The whole lines of a file of any size; what is behind the last line feed was broken off. */
export async function* wholeLines(path: string): AsyncGenerator<Line> {
  let start = 0;
  let open: Buffer[] = [];
  const chunks: AsyncIterable<Buffer> = createReadStream(path);
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      const bytes = Buffer.concat([...open, chunk.subarray(from, at)]);
      const end = start + bytes.length + 1;
      yield { text: bytes.toString('utf8'), start, end };
      start = end;
      from = at + 1;
      open = [];
    }
    if (from < chunk.length) open.push(chunk.subarray(from));
  }
}

import {
  BlobReader,
  configure,
  TextReader,
  Uint8ArrayReader,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import type { OutFile } from '../writing/writer.ts';
import type { Out } from './out.ts';

// This is a worker already.
configure({ useWebWorkers: false });

/** What is packed already; packing it again costs time and saves nothing. */
const PACKED = /\.(png|jpe?g|webp|avif|gif)$/i;

/** One zip into the sink; aborted, nothing of it stays. `date`: of all files in it; left out: now. */
export function createZip(sink: WritableStream<Uint8Array<ArrayBuffer>>, date?: Date): Out {
  let written = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      written += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const abort = new AbortController();
  const { signal } = abort;
  const flowing = counter.readable.pipeTo(sink, { signal });
  // Seen by whoever adds or closes.
  flowing.catch(() => {});
  const dated = date ? { lastModDate: date } : {};
  const writer = new ZipWriter(counter.writable, { signal, ...dated });
  return {
    async add({ path, content }) {
      await writer.add(path, readerOf(content), { level: PACKED.test(path) ? 0 : 6 });
    },
    bytes: () => written,
    async close() {
      await writer.close();
      await flowing;
    },
    async abort() {
      abort.abort();
      await flowing.catch(() => {});
    },
  };
}

function readerOf(content: OutFile['content']) {
  if (typeof content === 'string') return new TextReader(content);
  return content instanceof Blob ? new BlobReader(content) : new Uint8ArrayReader(content);
}

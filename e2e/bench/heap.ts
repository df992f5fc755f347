import type { CDPSession } from '@playwright/test';

/** The part of a heap snapshot that is read here: for each node as many numbers as there are fields. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
}

/**
 * Not of JavaScript. Of code there is more for a long time, as the browser compiles better what runs often; of
 * its own things too, as DevTools keeps what it saw of each request, and compiles each look at the page.
 */
const BROWSERS_OWN = ['code', 'native'];

/** Bytes of all objects, functions, arrays and texts that the page's main thread holds. */
export async function heldBytes(devtools: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const take = ({ chunk }: { readonly chunk: string }) => void chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', take);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', take);
  return sizeOf(JSON.parse(chunks.join('')));
}

function sizeOf({ snapshot: { meta }, nodes }: Snapshot): number {
  const { node_fields: fields, node_types: types } = meta;
  const [typeAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const left = BROWSERS_OWN.map((type) => types[0].indexOf(type));
  let bytes = 0;
  for (let i = 0; i < nodes.length; i += fields.length) {
    if (!left.includes(nodes[i + typeAt] ?? -1)) bytes += nodes[i + sizeAt] ?? 0;
  }
  return bytes;
}

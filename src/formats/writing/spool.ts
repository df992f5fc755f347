/** Text that is collected piece by piece; full pieces leave the heap, since a browser keeps blobs on disk. */
export interface Spool {
  add(text: string): void;
  toBlob(): Blob;
}

const FLUSH_CHARACTERS = 1 << 20;

export function createSpool(): Spool {
  const full: Blob[] = [];
  let waiting: string[] = [];
  let characters = 0;
  return {
    add(text) {
      waiting.push(text);
      characters += text.length;
      if (characters < FLUSH_CHARACTERS) return;
      full.push(new Blob(waiting));
      waiting = [];
      characters = 0;
    },
    toBlob: () => new Blob([...full, ...waiting]),
  };
}

/** A JSON list, one item a line. */
export function createListSpool(): Spool {
  const spool = createSpool();
  let before = '[\n';
  return {
    add(item) {
      spool.add(before + item);
      before = ',\n';
    },
    toBlob: () => new Blob([spool.toBlob(), before === '[\n' ? '[]' : '\n]']),
  };
}

import type { OutFile } from '../writing/writer.ts';

/** Where the files of a data set go, one after the other. */
export interface Out {
  /** Waits until there is room for the next one. */
  add(file: OutFile): Promise<void>;
  /** Bytes written so far. */
  bytes(): number;
  close(): Promise<void>;
  /** As little as possible of it stays. */
  abort(): Promise<void>;
}

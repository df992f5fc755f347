import type { Precision } from '../protocol.ts';
import { ProblemError } from './problem.ts';

/** What 32-bit wasm can address. */
const HEAP_BYTES = 2 ** 32;
/** The runtime itself, and what a photo needs on its way through the encoder. */
const WORKING_BYTES = 0.75 * 2 ** 30;
/** Estimates: in float32 the stored halves and, twice as large, what they are turned into. */
const COPIES: Readonly<Record<Precision, number>> = { fp32: 3, fp16: 1.5, int8: 3 };

/** Throws a ProblemError where a set of so many bytes has no chance, before any of it is read. */
export function checkMemory(setBytes: number, precision: Precision): void {
  const needed = setBytes * COPIES[precision] + WORKING_BYTES;
  if (needed > HEAP_BYTES) {
    throw new ProblemError({ kind: 'set-too-large', needed, got: HEAP_BYTES });
  }
}

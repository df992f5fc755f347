/** Signs beyond ASCII that are looked at; more would not change the answer. */
const MOST_SIGNS = 20_000;

/** Bytes of 0x80 and above that stand together, and the ASCII on either side. */
export interface Run {
  readonly start: number;
  readonly bytes: Uint8Array;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

export function runsBeyondAscii(bytes: Uint8Array): Run[] {
  const runs: Run[] = [];
  let seen = 0;
  for (let i = 0; i < bytes.length && seen < MOST_SIGNS; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    const start = i;
    while ((bytes[i] ?? 0) >= 0x80) i++;
    seen += i - start;
    const [before, after] = [bytes[start - 1], bytes[i]];
    runs.push({ start, bytes: bytes.subarray(start, i), before, after });
  }
  return runs;
}

export function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && /[a-z]/i.test(String.fromCharCode(byte));
}

/** How many sides of the run an ASCII letter touches. */
export function letterSides({ before, after }: Run): number {
  return [before, after].filter(isAsciiLetter).length;
}

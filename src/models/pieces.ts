/** Some hosts take no file of more than 25 MiB: in a build, larger ones lie in pieces of this size. */
export const PIECE_BYTES = 20 * 2 ** 20;

/** One stretch of a file, bytes `from` to before `to`, as it lies on the server. */
export interface Piece {
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

/** What a file of this size is in, in order. Pure. */
export function piecesOf(url: string, bytes: number, pieceBytes: number): readonly Piece[] {
  if (bytes <= pieceBytes) return [{ url, from: 0, to: bytes }];
  return Array.from({ length: Math.ceil(bytes / pieceBytes) }, (_, index) => ({
    url: `${url}.${index}`,
    from: index * pieceBytes,
    to: Math.min(bytes, (index + 1) * pieceBytes),
  }));
}

/** A stretch of an unfinished download. */
export interface Part {
  readonly from: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Puts parts in their places as far as there is no gap; returns how many bytes that is. Pure but for `out`. */
export function joinParts(parts: readonly Part[], out: Uint8Array): number {
  let at = 0;
  for (const { from, bytes } of [...parts].sort((a, b) => a.from - b.from)) {
    const end = from + bytes.length;
    if (from > at || end > out.length) break;
    out.set(bytes, from);
    at = Math.max(at, end);
  }
  return at;
}

/** Where the body of an answer begins in what was asked for; a server may ignore ranges. Pure. */
export function beginningOf(status: number, contentRange: string | null): number {
  const [, begin] = /^bytes (\d+)-/.exec(contentRange ?? '') ?? [];
  return status === 206 && begin !== undefined ? Number(begin) : 0;
}

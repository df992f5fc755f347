interface Segment {
  readonly marker: number;
  /** Where its content starts, and where it should end: maybe past the end of the file. */
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of a JPEG, found as libjpeg finds them: what lies between is skipped, whatever it is, which
 * goes for a scan's data too. A marker without content has `start` equal to `end`.
 */
export function* jpegSegments(bytes: Uint8Array): Generator<Segment> {
  for (let at = 2; ; ) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return;
    // Any number of fill bytes may come before a marker.
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) return;
    const start = at + 4;
    if (marker === 0) at += 2;
    else if (isStandalone(marker)) {
      yield { marker, start: at + 2, end: at + 2 };
      at += 2;
    } else {
      if (start > bytes.length) return;
      const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
      const end = at + 2 + Math.max(2, length);
      yield { marker, start, end };
      at = end;
    }
  }
}

/** Restarts, the beginning, the end: a length follows all others. */
function isStandalone(marker: number): boolean {
  return marker === 1 || (marker >= 0xd0 && marker <= 0xd9);
}

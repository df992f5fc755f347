const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** True when the markers lead to an end-of-image marker; what follows it (MPF, padding) doesn't matter. */
export function isJpegComplete(bytes: Uint8Array): boolean {
  let at = 2;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return false;
    const marker = bytes[at + 1] as number;
    if (marker === END_OF_IMAGE) return true;
    // Fill bytes repeat 0xff; stuffed zeros and restart markers stand alone inside a scan.
    if (marker === 0xff) at += 1;
    else if (isStandalone(marker)) at += 2;
    else {
      if (at + 3 >= bytes.length) return false;
      at += 2 + Math.max(2, (bytes[at + 2] as number) * 256 + (bytes[at + 3] as number));
      if (at > bytes.length) return false;
      if (marker === START_OF_SCAN && at === bytes.length) return false;
    }
  }
}

function isStandalone(marker: number): boolean {
  return marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8);
}

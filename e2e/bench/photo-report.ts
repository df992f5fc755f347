import { stdin, stdout } from 'node:process';
import { clarityFeatures, isClearPhoto } from '../../src/report/clarity.ts';
import { measurePhoto } from '../../src/report/measure.ts';
import { isBlank } from '../../src/report/quality.ts';

/**
 * Measures photos that another program makes (training/evaluation/clear.py): each comes as width and height (uint32, little-endian) and
 * RGB bytes, and is answered with its report as one line of JSON.
 */
let waiting = Buffer.alloc(0);
const HEAD = 8;

stdin.on('data', (chunk: Buffer) => {
  waiting = Buffer.concat([waiting, chunk]);
  for (;;) {
    if (waiting.length < HEAD) return;
    const size = { width: waiting.readUInt32LE(0), height: waiting.readUInt32LE(4) };
    const bytes = size.width * size.height * 3;
    if (waiting.length < HEAD + bytes) return;
    const pixels = { size, rgba: rgbaOf(waiting.subarray(HEAD, HEAD + bytes)) };
    waiting = waiting.subarray(HEAD + bytes);
    const start = performance.now();
    const report = measurePhoto(pixels, pixels);
    const milliseconds = performance.now() - start;
    const features = isBlank(report) ? null : clarityFeatures(report);
    const answer = { ...report, features, isClear: isClearPhoto(report), milliseconds };
    stdout.write(`${JSON.stringify(answer)}\n`);
  }
});

function rgbaOf(rgb: Uint8Array): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray((rgb.length / 3) * 4).fill(255);
  for (let i = 0, o = 0; i < rgb.length; i += 3, o += 4) rgba.set(rgb.subarray(i, i + 3), o);
  return rgba;
}

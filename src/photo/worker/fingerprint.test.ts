import { describe, expect, it } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

const MIB = 2 ** 20;

function noise(bytes: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: bytes }, (_, i) => (i * 2_654_435_761) >>> 13);
}

describe('the fingerprint of a file', () => {
  it('is the same wherever the file lies, and depends on every byte of a small one', async () => {
    const bytes = noise(1000);
    const name = await fingerprintOf(new Blob([bytes]));
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprintOf(new File([bytes], 'another.jpg'))).toBe(name);
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    expect(await fingerprintOf(new Blob([bytes]))).not.toBe(name);
  });

  it('depends on the length and on both ends of a large one', async () => {
    const bytes = noise(3 * MIB);
    const name = await fingerprintOf(new Blob([bytes]));
    const others = await Promise.all([
      fingerprintOf(new Blob([bytes, 'x'])),
      fingerprintOf(new Blob(['x', bytes.subarray(1)])),
      fingerprintOf(new Blob([bytes.subarray(0, -1), 'x'])),
    ]);
    expect(new Set([name, ...others]).size).toBe(4);
  });

  it('reads a small part of a large one', async () => {
    let read = 0;
    class Counted extends Blob {
      override slice(start = 0, end = this.size): Blob {
        read += end - start;
        return super.slice(start, end);
      }
    }
    await fingerprintOf(new Counted([noise(8 * MIB)]));
    expect(read).toBeLessThan(MIB);
  });
});

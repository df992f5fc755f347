import { describe, expect, test } from 'vitest';
import { createEncodeTimes } from './encode-times.ts';

describe('how long an encode takes', () => {
  test('is unknown at first, then what it took last on that backend', () => {
    const times = createEncodeTimes(() => storage());
    expect(times.expected('wasm-threads')).toBeNull();
    times.remember('wasm-threads', 2345.6);
    times.remember('wasm-single', 4000);
    expect(times.expected('wasm-threads')).toBe(2345.6);
  });

  test('is remembered between visits', () => {
    const kept = storage();
    createEncodeTimes(() => kept).remember('webgpu-fp16', 80.4);
    expect(createEncodeTimes(() => kept).expected('webgpu-fp16')).toBe(80);
  });

  test('is remembered for this visit where storage is forbidden', () => {
    const times = createEncodeTimes(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    times.remember('wasm-single', 3000);
    expect(times.expected('wasm-single')).toBe(3000);
    expect(times.expected('wasm-threads')).toBeNull();
  });
});

function storage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  } as unknown as Storage;
}

import { describe, expect, test } from 'vitest';
import { createEncodeTimes, type EncodeKind } from './encode-times.ts';

const threads: EncodeKind = {
  backend: 'wasm-threads',
  setId: 'tiny',
  model: 'robust',
  isClear: true,
};

describe('how long an encode takes', () => {
  test('is unknown at first, then what it took last', () => {
    const times = createEncodeTimes(() => storage());
    expect(times.expected(threads)).toBeNull();
    times.remember(threads, 2345.6);
    expect(times.expected(threads)).toBe(2345.6);
    times.remember(threads, 3000);
    expect(times.expected(threads)).toBe(3000);
  });

  test('is known separately for each backend, model set and model', () => {
    const times = createEncodeTimes(() => storage());
    times.remember(threads, 2000);
    expect(times.expected({ ...threads, backend: 'wasm-single' })).toBeNull();
    expect(times.expected({ ...threads, setId: 'vit-b' })).toBeNull();
    expect(times.expected({ ...threads, model: 'plain' })).toBeNull();
  });

  test('is remembered between visits', () => {
    const kept = storage();
    createEncodeTimes(() => kept).remember(threads, 80.4);
    expect(createEncodeTimes(() => kept).expected(threads)).toBe(80);
  });

  test('is longer where this visit has been slower so far', () => {
    const kept = storage();
    const before = createEncodeTimes(() => kept);
    const large = { ...threads, setId: 'vit-b' };
    before.remember(threads, 2000);
    before.remember(large, 20_000);
    const now = createEncodeTimes(() => kept);
    now.remember(threads, 5000);
    expect(now.expected(large)).toBe(50_000);
    now.remember(large, 44_000);
    expect(now.expected(large)).toBe(44_000);
  });

  test('is remembered for this visit where storage is forbidden', () => {
    const times = createEncodeTimes(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    times.remember(threads, 3000);
    expect(times.expected(threads)).toBe(3000);
    expect(times.expected({ ...threads, backend: 'wasm-single' })).toBeNull();
  });
});

function storage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  } as unknown as Storage;
}

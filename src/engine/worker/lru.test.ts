import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLru } from './lru.ts';

describe('least-recently-used cache', () => {
  test('the entry used longest ago goes first', () => {
    const cache = ofStrings(3);
    for (const key of ['a', 'b', 'c']) cache.set(key, key);
    cache.get('a');
    cache.set('d', 'd');
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key))).toEqual(['a', 'c', 'd']);
  });

  test('an entry larger than the limit stays until the next one comes', () => {
    const cache = ofStrings(2);
    cache.set('large', 'xxxxx');
    expect(cache.get('large')).toBe('xxxxx');
    cache.set('small', 'x');
    expect(cache.use()).toEqual({ count: 1, bytes: 1, limitBytes: 2 });
  });

  test('replacing an entry does not count it twice', () => {
    const cache = ofStrings(10);
    cache.set('a', 'xx');
    cache.set('a', 'xxx');
    expect(cache.use()).toMatchObject({ count: 1, bytes: 3 });
  });

  test('a smaller limit drops what was used longest ago at once, but never the newest', () => {
    const cache = ofStrings(10);
    for (const key of ['a', 'b', 'c']) cache.set(key, 'xx');
    cache.limitTo(4);
    expect(cache.peek('a')).toBeUndefined();
    cache.limitTo(1);
    expect(cache.use()).toEqual({ count: 1, bytes: 2, limitBytes: 1 });
    expect(cache.peek('c')).toBe('xx');
  });

  test('clearing keeps the entry used last', () => {
    const cache = ofStrings(10);
    for (const key of ['a', 'b', 'c']) cache.set(key, 'xx');
    cache.get('b');
    cache.keepNewest();
    expect(cache.use()).toEqual({ count: 1, bytes: 2, limitBytes: 10 });
    expect(cache.get('b')).toBe('xx');
  });

  test('after any use the bytes are those of the entries, and within the limit but for the newest', () => {
    const entry = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.string({ maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(entry), fc.nat(12), (entries, limitBytes) => {
        const cache = ofStrings(limitBytes);
        for (const [key, value] of entries) cache.set(key, value);
        const kept = ['a', 'b', 'c', 'd'].map((key) => cache.get(key) ?? '').join('');
        const { bytes, count } = cache.use();
        expect(bytes).toBe(kept.length);
        expect(count <= 1 || bytes <= limitBytes).toBe(true);
      }),
    );
  });
});

function ofStrings(limitBytes: number) {
  return createLru<string>({ limitBytes, sizeOf: (value) => value.length });
}

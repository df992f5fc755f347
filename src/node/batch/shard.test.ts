import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInShard, shardFolder, shardFrom } from './shard.ts';

test('every photo is in one shard, and the shards are about as large', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (photo, count) => {
      const all = Array.from({ length: count }, (_, i) => ({ index: i + 1, count }));
      expect(all.filter((shard) => isInShard(photo, shard))).toHaveLength(1);
    }),
  );
  const photos = Array.from({ length: 8000 }, (_, i) => `photo ${i}.jpg`);
  const third = photos.filter((photo) => isInShard(photo, { index: 3, count: 8 }));
  expect(Math.abs(third.length - 1000)).toBeLessThan(120);
});

test('shards are written as i/n, and the whole needs no folder', () => {
  expect(shardFrom('2/8')).toEqual({ index: 2, count: 8 });
  expect(shardFolder(shardFrom('2/8'))).toBe('shard-2-of-8');
  expect(shardFolder(shardFrom())).toBe('');
  for (const wrong of ['', '0/8', '9/8', '2', '2/', 'a/b', '1/8 ', '-1/8']) {
    expect(() => shardFrom(wrong), wrong).toThrow('--shard');
  }
});

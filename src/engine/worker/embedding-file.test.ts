import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { damagedBytes, FUZZ, inBounds } from '../../formats/testing/damage.ts';
import { readEmbedding, writeEmbedding } from './embedding-file.ts';
import { embeddingOf, NAMES } from './testing/embeddings.ts';

const KEY = 'photo set fp32 1';
let file: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  file = await writeEmbedding(embeddingOf(KEY));
});

test('an embedding comes back with its tensors and sizes', async () => {
  expect(await readEmbedding(file, KEY, NAMES)).toEqual(embeddingOf(KEY));
});

test('keys of any text come back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (key) => {
      const again = await readEmbedding(await writeEmbedding(embeddingOf(key)), key, NAMES);
      expect(again?.key).toBe(key);
    }),
  );
});

test('one changed byte anywhere makes it none', async () => {
  for (let at = 0; at < file.length; at++) {
    const changed = file.slice();
    changed[at] = (changed[at] as number) ^ (1 << (at % 8));
    expect(await readEmbedding(changed, KEY, NAMES), `byte ${at}`).toBeNull();
  }
});

test('cut anywhere, or with something behind, it is none', async () => {
  for (let length = 0; length < file.length; length++) {
    expect(await readEmbedding(file.slice(0, length), KEY, NAMES), `${length}`).toBeNull();
  }
  const longer = new Uint8Array(file.length + 1);
  longer.set(file);
  expect(await readEmbedding(longer, KEY, NAMES)).toBeNull();
});

test('any other bytes are none: damaged files', async () => {
  await fc.assert(
    fc.asyncProperty(damagedBytes([file]), async (bytes) => {
      const isWhole = bytes.length === file.length && bytes.every((byte, i) => byte === file[i]);
      const read = await inBounds(() => readEmbedding(bytes, KEY, NAMES));
      if ((read !== null) !== isWhole) throw new Error('damaged, and taken');
    }),
    FUZZ,
  );
}, 60_000);

test('another key, or a model that needs other tensors, does not get it', async () => {
  expect(await readEmbedding(file, 'photo other fp32 1', NAMES)).toBeNull();
  expect(await readEmbedding(file, KEY, ['image_embedding'])).toBeNull();
});

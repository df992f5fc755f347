import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import { DONE_PHOTO, type DonePhoto } from './done-photo.ts';
import { type Journal, openJournal, type Settings } from './journal.ts';
import type { FoundObject } from './task.ts';

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
const path = join(folder, 'journal.jsonl');
const settings = { command: 'label', model: 'robust' };
beforeEach(() => rmSync(path, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const size = { width: 7, height: 5 };
const found: fc.Arbitrary<FoundObject> = fc.record({
  className: fc.string(),
  mask: fc
    .array(fc.constantFrom(0, 1), { minLength: 35, maxLength: 35 })
    .map((bits) => maskFromBitmap(Uint8Array.from(bits), size)),
  score: fc.option(fc.constantFrom(0, 0.25, 1)),
  note: fc.string({ unit: 'grapheme' }),
  attributes: fc.array(fc.tuple(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.nat()))),
});

function open(asked: Settings = settings): Promise<Journal<DonePhoto>> {
  return openJournal(path, asked, DONE_PHOTO);
}

function addNothing(journal: Journal<DonePhoto>, photo: string): void {
  journal.add(photo, { photo, size, objects: [] });
}

function namesIn(journal: Journal<DonePhoto>): string[] {
  return [...journal.entries()].map(({ photo }) => photo);
}

test('what was done is there when it is opened again, ordered by name', {
  timeout: 30_000,
}, async () => {
  const photos = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.array(found)), {
    selector: ([name]) => name,
  });
  await fc.assert(
    fc.asyncProperty(photos, async (done) => {
      rmSync(path, { force: true });
      const journal = await open();
      for (const [photo, objects] of done) journal.add(photo, { photo, size, objects });
      journal.close();
      const again = await open();
      const known = done.map(([photo, objects]) => ({ photo, size, objects }));
      expect([...again.entries()]).toEqual(known.sort((a, b) => (a.photo < b.photo ? -1 : 1)));
      again.close();
    }),
    { numRuns: 30 },
  );
});

test('a line that was broken off is taken back, at whatever byte', async () => {
  const journal = await open();
  addNothing(journal, 'a.jpg');
  const whole = readFileSync(path).length;
  addNothing(journal, 'bä.jpg');
  journal.close();
  const bytes = readFileSync(path);
  for (let length = whole; length < bytes.length; length++) {
    rmSync(path);
    appendFileSync(path, bytes.subarray(0, length));
    const again = await open();
    expect(namesIn(again)).toEqual(['a.jpg']);
    addNothing(again, 'c.jpg');
    again.close();
    const third = await open();
    expect(namesIn(third)).toEqual(['a.jpg', 'c.jpg']);
    third.close();
  }
});

test('a run that died before it had written its first line begins again', async () => {
  appendFileSync(path, '{"settings":{"comm');
  const journal = await open();
  expect(journal.done).toBe(0);
  addNothing(journal, 'a.jpg');
  journal.close();
  expect(namesIn(await open())).toEqual(['a.jpg']);
});

test('a photo that failed is not done, and may be done later', async () => {
  const journal = await open();
  journal.fail('a.jpg', 'no memory');
  journal.close();
  const again = await open();
  expect(again.has('a.jpg')).toBe(false);
  addNothing(again, 'a.jpg');
  again.close();
  expect((await open()).has('a.jpg')).toBe(true);
});

test('a run of other settings is left alone', async () => {
  (await open()).close();
  const before = readFileSync(path, 'utf8');
  await expect(open({ ...settings, model: 'plain' })).rejects.toThrow(
    'another model ("robust" there, "plain" now)',
  );
  await expect(open({ command: 'label' })).rejects.toThrow('another model');
  expect(readFileSync(path, 'utf8')).toBe(before);
});

import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { maskFromBitmap } from '../../mask/bitmap.ts';
import { type Journal, openJournal } from './journal.ts';
import type { Answer, FoundObject, Task } from './task.ts';

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

function task(photo: string): Task {
  const look = { kind: 'boxes', objects: [] } as const;
  return { photo, path: `/photos/${photo}`, model: 'robust', isAsIs: false, look };
}

function nothing(): Answer {
  return { ok: true, size, objects: [] };
}

function namesIn(journal: Journal): string[] {
  return [...journal.photos()].map(({ photo }) => photo);
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
      const journal = await openJournal(path, settings);
      for (const [photo, objects] of done) journal.add(task(photo), { ok: true, size, objects });
      journal.close();
      const again = await openJournal(path, settings);
      const known = done.map(([photo, objects]) => ({ photo, size, objects }));
      expect([...again.photos()]).toEqual(known.sort((a, b) => (a.photo < b.photo ? -1 : 1)));
      again.close();
    }),
    { numRuns: 30 },
  );
});

test('a line that was broken off is taken back, at whatever byte', async () => {
  const journal = await openJournal(path, settings);
  journal.add(task('a.jpg'), nothing());
  const whole = readFileSync(path).length;
  journal.add(task('bä.jpg'), nothing());
  journal.close();
  const bytes = readFileSync(path);
  for (let length = whole; length < bytes.length; length++) {
    rmSync(path);
    appendFileSync(path, bytes.subarray(0, length));
    const again = await openJournal(path, settings);
    expect(namesIn(again)).toEqual(['a.jpg']);
    again.add(task('c.jpg'), nothing());
    again.close();
    const third = await openJournal(path, settings);
    expect(namesIn(third)).toEqual(['a.jpg', 'c.jpg']);
    third.close();
  }
});

test('a run that died before it had written its first line begins again', async () => {
  appendFileSync(path, '{"settings":{"comm');
  const journal = await openJournal(path, settings);
  expect(journal.done).toBe(0);
  journal.add(task('a.jpg'), nothing());
  journal.close();
  expect(namesIn(await openJournal(path, settings))).toEqual(['a.jpg']);
});

test('a photo that failed is not done, and may be done later', async () => {
  const journal = await openJournal(path, settings);
  journal.add(task('a.jpg'), { ok: false, problem: 'no memory' });
  journal.close();
  const again = await openJournal(path, settings);
  expect(again.has('a.jpg')).toBe(false);
  again.add(task('a.jpg'), nothing());
  again.close();
  expect((await openJournal(path, settings)).has('a.jpg')).toBe(true);
});

test('a run of other settings is left alone', async () => {
  (await openJournal(path, settings)).close();
  const before = readFileSync(path, 'utf8');
  await expect(openJournal(path, { ...settings, model: 'plain' })).rejects.toThrow(
    'another model ("robust" there, "plain" now)',
  );
  await expect(openJournal(path, { command: 'label' })).rejects.toThrow('another model');
  expect(readFileSync(path, 'utf8')).toBe(before);
});

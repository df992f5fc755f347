import { afterEach, expect, test } from 'vitest';
import { FORMATS } from '../../formats/formats.ts';
import { loadWords, setLanguage } from '../../words/words.ts';
import { detailWords, FORMAT_GROUPS, lossWords } from './export-words.ts';
import { skippedWords, summaryWords, takenWords } from './import-words.ts';

await loadWords('ko');

afterEach(() => setLanguage('en'));

test('each format has one place in the dialog', () => {
  const offered = FORMAT_GROUPS.flatMap(({ formats }) => formats);
  expect(offered.toSorted()).toEqual(Object.keys(FORMATS).toSorted());
});

test('what a format leaves out is listed as the language lists things', () => {
  expect(lossWords(['scores', 'notes', 'tags'])).toBe(
    'This format leaves out scores, notes and tags.',
  );
  expect(lossWords(['tags'])).toBe('This format leaves out tags.');
  expect(lossWords([])).toBeNull();
  setLanguage('ko');
  expect(lossWords(['scores', 'notes', 'tags'])).toBe(
    '이 형식에 담기지 않는 정보: 점수, 메모 및 태그.',
  );
});

test('polygons are called perfect only where they are', () => {
  expect(detailWords(1234, 0.99999, 0.5)).toBe('1,234 vertices, IoU 99.9 %, at worst 50.0 %');
  expect(detailWords(4, 1, 1)).toBe('4 vertices, IoU 100.0 %, at worst 100.0 %');
});

test('what was found, and which photos will be opened for it', () => {
  expect(summaryWords({ objects: 1, matched: 1, brought: 0 })).toBe('1 object on 1 photo.');
  expect(summaryWords({ objects: 1200, matched: 0, brought: 3 })).toBe(
    '1,200 objects on 3 photos, which will be opened.',
  );
  const some = { objects: 12, matched: 2, brought: 1 };
  expect(summaryWords(some)).toBe('12 objects on 3 photos, 1 of them to be opened.');
  expect(takenWords(1, 2)).toBe('1 object on 2 photos imported. Undo removes them.');
  setLanguage('ko');
  expect(summaryWords(some)).toBe('사진 3장에 객체 12개가 있습니다. 그중 1장을 새로 엽니다.');
});

test('what could not be read, and how often', () => {
  const problem = { kind: 'bad-counts' } as const;
  expect(skippedWords({ file: 'a.json', problem, count: 1 })).toBe(
    'a.json: run lengths that don’t fill their picture',
  );
  expect(skippedWords({ file: 'a.json', problem, count: 3 })).toMatch(/ \(3 times\)$/);
  const size = { width: 2, height: 3 };
  expect(
    skippedWords({
      file: 'a.xml',
      problem: { kind: 'other-size', found: size, photo: { width: 4, height: 5 } },
      count: 1,
    }),
  ).toBe('a.xml: made for 2 × 3, but the photo is 4 × 5');
});

import { expect, test } from 'vitest';
import { readingsOf } from './composing.ts';

test.each([
  ['냅', ['냅', '내', '']],
  ['되도', ['되도', '되']],
  ['내ㅂ', ['내ㅂ', '내']],
  ['사진 열', ['사진 열', '사진 여', '사진 ']],
  ['undo', ['undo']],
  ['', ['']],
])('%j, while it is typed, may mean %j', (words, readings) => {
  expect(readingsOf(words)).toEqual(readings);
});

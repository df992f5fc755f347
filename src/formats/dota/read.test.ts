import { describe, expect, test } from 'vitest';
import { expectSquare, read, SQUARE } from '../testing/square.ts';

describe('DOTA', () => {
  const corners = SQUARE.flat()
    .map((value) => value.toFixed(1))
    .join(' ');
  test('with its head, and hard objects', async () => {
    const object = await expectSquare(
      {
        'labelTxt/a.txt': `imagesource:GoogleEarth\r\ngsd:0.146\r\n${corners} large-vehicle 1\r\n`,
      },
      'large-vehicle',
    );
    expect(object?.attributes).toEqual([['difficult', true]]);
  });

  test('without the last column, and beside a line that is none', async () => {
    const { found, skipped } = await read({ 'labelTxt/a.txt': `${corners} cat\n1 2 3\n` });
    expect(found).toEqual([['cat', 400]]);
    expect(skipped).toMatchObject([{ problem: { kind: 'broken-line' } }]);
  });

  test.each([
    [`${corners.replaceAll(' ', ',')},cat,1`, 'cat', true],
    [`${corners.replaceAll(' ', ', ')}, cat, 1`, 'cat', true],
    [`${corners.replaceAll(' ', ' , ')} , cat , 1`, 'cat', true],
    [`${corners.replaceAll(' ', ',')},cat`, 'cat', false],
    [`${corners} , 0`, ',', false],
    [`${corners} ,; 1`, ',;', true],
    [`${corners} ,`, ',', false],
    [`${corners} a,1 0`, 'a,1', false],
  ])('commas part numbers, and stand in names: %s', async (line, name, isHard) => {
    const object = await expectSquare({ 'labelTxt/a.txt': `${line}\n` }, name);
    expect(object?.attributes).toEqual(isHard ? [['difficult', true]] : []);
  });
});

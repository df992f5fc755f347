import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FormatError } from '../problems.ts';
import { encodeAs, utf16 } from '../testing/encode.ts';
import { decodeText } from './decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const json = (word: string) => `{"label": "${word}", "points": [[10, 12.5]]}`;

describe('what is said of the encoding is followed', () => {
  test('UTF-8 and both ways of UTF-16, with a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a"é猫ж한\n') }), (text) => {
        for (const bytes of [utf8(`\ufeff${text}`), utf16(text, true), utf16(text, false)]) {
          expect(decodeText(bytes)).toEqual({ text, guessed: null });
        }
      }),
    );
  });

  test('UTF-16 without a mark', () => {
    for (const isLittle of [true, false]) {
      const bytes = utf16(json('猫'), isLittle).slice(2);
      expect(decodeText(bytes)).toEqual({ text: json('猫'), guessed: null });
    }
  });

  test.each([
    ['windows-1252', 'Müll'],
    ['gbk', '自行车'],
    ['shift_jis', '自転車'],
    ['euc-kr', '고양이'],
  ])('an XML declaration of %s', (encoding, word) => {
    const text = `<?xml version="1.0" encoding="${encoding}"?><name>${word}</name>`;
    expect(decodeText(encodeAs(encoding, text))).toEqual({ text, guessed: null });
  });

  test('a declaration that the bytes contradict is passed over', () => {
    const text = '<?xml version="1.0" encoding="UTF-8"?><name>自行车</name>';
    expect(decodeText(encodeAs('gbk', text))).toEqual({ text, guessed: 'gbk' });
    const odd = '<?xml version="1.0" encoding="none-such"?><name>Müll</name>';
    expect(decodeText(utf8(odd))).toEqual({ text: odd, guessed: null });
  });
});

test.each([
  ['gbk', '猫'],
  ['gbk', '帽'],
  ['gbk', '行人 汽车'],
  ['gbk', '红绿灯'],
  ['gbk', '电动自行车'],
  ['shift_jis', '犬'],
  ['shift_jis', '自転車と人'],
  ['shift_jis', 'カメラ'],
  ['euc-kr', '자동차 고양이'],
  ['euc-kr', '횡단보도'],
  ['big5', '汽車 行人'],
  ['windows-1252', 'Müll größe'],
  ['windows-1251', 'Собака кошка'],
])('without a word about it, %s is recognised: %s', (encoding, word) => {
  expect(decodeText(encodeAs(encoding, json(word)))).toEqual({
    text: json(word),
    guessed: encoding,
  });
});

test.each(['è voilà', 'größe', 'ñandú', 'кошка', '猫', '고양이', 'naïve café', 'á', 'å', 'ö'])(
  'UTF-8 stays UTF-8: %s',
  (word) => {
    expect(decodeText(utf8(json(word)))).toEqual({ text: json(word), guessed: null });
  },
);

test('letters of an alphabet, a class each, are not taken for Chinese', () => {
  const text = 'a\nz\næ\nø\nå\n';
  expect(decodeText(utf8(text))).toEqual({ text, guessed: null });
});

test('whatever the bytes are, no sign of replacement comes out', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      try {
        const { text, guessed } = decodeText(bytes);
        const isOwn = guessed === null && new TextDecoder().decode(bytes) === text;
        if (!isOwn) expect(text).not.toContain('\ufffd');
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
  );
});

import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FormatError } from '../problems.ts';
import { encodeAs, utf16 } from '../testing/encode.ts';
import { decodeText } from './decode.ts';

afterEach(() => vi.unstubAllGlobals());

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

/** Words as they stand in label files, by the encoding that they are most likely in. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  gbk: [
    ...[
      '猫',
      '狗',
      '人',
      '车',
      '帽',
      '瓶',
      '枪',
      '伞',
      '纸',
      '雪',
      '行人 汽车',
      '红绿灯',
      '电动自行车',
    ],
    ...['T恤', 'U盘', 'A4纸', '未戴安全帽', '划痕', '脏污', '螺丝', '猫\n狗\n鼠标'],
  ],
  shift_jis: [
    '犬',
    '猫',
    '車',
    '表',
    '傷',
    'いぬ',
    'ソファ',
    'Tシャツ',
    '自転車と人',
    'カメラ',
    'ネコ',
  ],
  'euc-kr': ['자동차 고양이', '횡단보도'],
  big5: ['汽車 行人', '狗', '機車'],
  'windows-1252': [
    ...[
      'è',
      'é',
      'à',
      'ö',
      'Ö',
      'å',
      'æ',
      'Ñ',
      'Müll größe',
      'GRÖßE',
      'été',
      'naïf',
      'à côté',
      'ação',
    ],
    ...['pää', 'töö', 'jäätelö', 'öljy', 'kid’s toy', '“cat”', '«chat»', 'café – bar', '50°', 'm²'],
    ...['½', '€', '100 µm', 'pièce n° 5'],
  ],
  'windows-1251': ['Собака кошка', 'кот', 'КОТ', 'коты', 'ёлка', 'кіт', 'їжак'],
};

describe.each(Object.entries(WORDS))(
  'without a word about it, %s is recognised',
  (encoding, words) => {
    test.each(words)('%s', (word) => {
      for (const text of [
        json(word),
        `${word}\n`,
        `cat\r\n${word}\r\ndog`,
        `<name>${word}</name>`,
      ]) {
        expect(decodeText(encodeAs(encoding, text))).toEqual({ text, guessed: encoding });
      }
    });
  },
);

test('a word of Latin letters with one or two accents is never taken for signs of Asia', () => {
  const letter = fc.constantFrom(...'abcdeilmnorstu');
  const accent = fc.constantFrom(...'àáâãäåæçèéêëìíîïñòóôõöøùúûüýßÀÇÉÈÖÜÅØÑ');
  const word = fc.tuple(letter, accent, letter, fc.option(accent, { nil: '' }), letter);
  fc.assert(
    fc.property(word, (signs) => {
      const text = json(signs.join(''));
      expect(decodeText(encodeAs('windows-1252', text))).toEqual({ text, guessed: 'windows-1252' });
    }),
  );
});

test('a single accented letter is one in Latin-1 and in UTF-8, wherever it stands', () => {
  for (const letter of 'àáãäåæçéíîïòóôõöøýßÀÇÉÖÜÅØÑ') {
    for (const text of [json(letter), letter, `cat\n${letter}`, `x="${letter}"`]) {
      expect(decodeText(encodeAs('windows-1252', text)).text).toBe(text);
      expect(decodeText(utf8(text))).toEqual({ text, guessed: null });
    }
  }
});

test('the bytes from 80 to 9F are what Windows writes there', () => {
  const bytes = Uint8Array.of(0x6b, 0x69, 0x64, 0x92, 0x73, 0x20, 0x80);
  expect(decodeText(bytes)).toEqual({ text: 'kid’s €', guessed: 'windows-1252' });
});

test.each(['è voilà', 'größe', 'ñandú', 'кошка', '猫', '고양이', 'naïve café', 'á', 'å', 'ö'])(
  'UTF-8 stays UTF-8: %s',
  (word) => {
    expect(decodeText(utf8(json(word)))).toEqual({ text: json(word), guessed: null });
  },
);

test('bytes that are a letter in UTF-8 and an animal in GBK are what the language of the browser has', () => {
  const bytes = encodeAs('gbk', json('猫'));
  for (const [language, word] of [
    ['zh-CN', '猫'],
    ['en-US', '猫'],
    ['it-IT', 'è'],
    ['fr', 'è'],
  ]) {
    vi.stubGlobal('navigator', { language });
    expect(decodeText(bytes).text).toBe(json(word ?? ''));
  }
});

test('a short Korean word is known where the browser speaks Korean', () => {
  vi.stubGlobal('navigator', { language: 'ko-KR' });
  for (const word of ['개', '차', '고양이', '컵']) {
    expect(decodeText(encodeAs('euc-kr', json(word)))).toEqual({
      text: json(word),
      guessed: 'euc-kr',
    });
  }
});

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

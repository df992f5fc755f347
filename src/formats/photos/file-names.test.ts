import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safePath } from '../reading/sources.ts';
import { photoFiles, safeName } from './file-names.ts';

test.each([
  ['a\u0000b\r\n\u001b[2J', 'a_b_[2J'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['..', 'unnamed'],
  ['C:\\Windows\\a', 'C_Windows_a'],
  ['photo\u202egpj.exe', 'photo_gpj.exe'],
  ['half a pair \ud800', 'half a pair _'],
  ['NUL', '_NUL'],
  ['con.backup', '_con.backup'],
  ['console', 'console'],
  [' . ', 'unnamed'],
  ['', 'unnamed'],
  ['x'.repeat(5000), 'x'.repeat(120)],
  [`${'x'.repeat(119)} y`, 'x'.repeat(119)],
  ['می\u200cخواهم 👨\u200d👩', 'می\u200cخواهم 👨\u200d👩'],
])('%j is written as %j', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test.each(['jpg', 'JPEG', 'jfif', 'png', 'tif', 'HEIC', 'heif', 'jxl', 'avif', 'jp2'])(
  'a photo keeps its ending: %s',
  (ending) => {
    const [file] = photoFiles([{ name: `day 1/IMG_1.${ending}` }], ['jpg']);
    expect(file).toEqual({ name: `day 1/IMG_1.${ending}`, stem: 'day 1/IMG_1' });
  },
);

test('whatever photos are called, each gets a file of its own that stays in its folder', () => {
  const part = fc.constantFrom('..', '/', '\\\\', '\u0000', 'a', 'A', 'nul', '.jpg', ':', '\u202e');
  const names = fc.array(
    fc.oneof(
      fc.array(part).map((parts) => parts.join('')),
      fc.string(),
    ),
  );
  fc.assert(
    fc.property(names, (all) => {
      const files = photoFiles(
        all.map((name) => ({ name })),
        [],
      ).map(({ name }) => name);
      for (const name of files) expect(safePath(name)).toBe(name);
      expect(new Set(files.map((name) => name.toLowerCase())).size).toBe(all.length);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { anyHostileName, HOSTILE_CLASSES } from '../testing/class-names.ts';
import type { PhotoPlace } from '../writing/writer.ts';
import { dataYaml } from './data-yaml.ts';
import { yoloPaths } from './paths.ts';
import { yoloSet } from './read.ts';

const PARTS = new Set(['train'] as const);

describe('whatever classes are called', () => {
  test.each(['1.1', '1.2'] as const)('YAML %s gives their names back', (version) => {
    fc.assert(
      fc.property(fc.array(anyHostileName), (names) => {
        const { names: read } = parse(dataYaml(PARTS, names), { version });
        expect(Object.values(read ?? {})).toEqual(names);
      }),
    );
  });

  test('our own reader does', () => {
    expect(yoloSet(dataYaml(PARTS, HOSTILE_CLASSES)).names).toEqual(HOSTILE_CLASSES);
  });

  test('every line is printable, as PyYAML demands', () => {
    fc.assert(
      fc.property(fc.array(anyHostileName), (names) => {
        expect(dataYaml(PARTS, names)).toMatch(
          /^[\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]*$/u,
        );
      }),
    );
  });
});

function pathsOf(stems: readonly string[], subset: PhotoPlace['subset'] = 'default') {
  const size = { width: 1, height: 1 };
  const places = stems.map((stem, index) => ({
    ...{ index, size, subset },
    file: { stem, name: `${stem}.jpg` },
  }));
  return yoloPaths(places).map(({ part, stem }) => `${part}/${stem}`);
}

describe('photos in folders', () => {
  test.each([
    [
      ['a', 'x/a'],
      ['train/a', 'train/x/a'],
    ],
    [
      ['train/a', 'Validation/a', 'test/x/a', 'b'],
      ['train/a', 'val/a', 'test/x/a', 'train/b'],
    ],
    // Two parts in one would mix two photos up.
    [
      ['val/a', 'valid/a'],
      ['train/val/a', 'train/valid/a'],
    ],
    [
      ['train/a', 'a'],
      ['train/train/a', 'train/_/a'],
    ],
    [
      ['x/train/a', 'a', '_/b'],
      ['train/x/train/a', 'train/__/a', 'train/_/b'],
    ],
    // A trainer looks for labels where "images" ends.
    [
      ['train/images/a', 'val/images/a'],
      ['train/a', 'val/a'],
    ],
    [
      ['images/a', 'a'],
      ['train/images_/a', 'train/a'],
    ],
  ])('%j go to %j', (stems, expected) => {
    expect(pathsOf(stems)).toEqual(expected);
  });

  test('a split that was asked for goes before their folders', () => {
    expect(pathsOf(['train/a', 'b'], 'val')).toEqual(['val/train/a', 'val/b']);
    expect(pathsOf(['val/a', 'a'], 'val')).toEqual(['val/val/a', 'val/_/a']);
  });
});

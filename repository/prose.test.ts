import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesNamed, ROOT } from './files.ts';

interface Rule {
  readonly found: RegExp;
  readonly instead: string;
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/** The house rules of CONTRIBUTING.md that a machine can check; the rest is left to whoever reviews. */
const RULES: readonly Rule[] = [
  {
    found: /\bhang(?:s|ing)?\s+(?:up)?on\b/i,
    instead: '"depends on"',
    wrong: ['It hangs on the clock.', 'what hangs upon it'],
    right: ['It depends on the clock.', 'change on'],
  },
  {
    found: /\bby\s+(?:itself|themselves)\b/i,
    instead: '"automatically", or "alone"',
    wrong: ['It starts by itself.', 'They go\nby themselves.'],
    right: ['It starts automatically.', 'by item'],
  },
  {
    found: /\b(?:for|without)\s+leave\b/i,
    instead: '"permission"',
    wrong: ['asks for leave again', 'not without leave'],
    right: ['asks for permission', 'without leaving', 'leave it'],
  },
  {
    found: /,\s+(?:[*#/]+\s+)?so\s+that\b|(?:\/\*\*|\/\/|#|\*|""")\s?So\s+that\b/,
    instead: '"so", or a verb',
    wrong: ['Small, so that it fits.', ' * small,\n * so that it fits', '// So that it fits.'],
    right: ['Small, so it fits.', 'scaled so that it fits', '// Lets it fit.'],
  },
  {
    found: /\banew\b/i,
    instead: '"again", "over", or the verb with "re"',
    wrong: ['It begins anew.'],
    right: ['It starts over.', 'a newer one'],
  },
  {
    found: /\bwhole\s+(?:[#/*]+\s+)?numbers?\b/i,
    instead: '"integers", "8-bit integers"',
    wrong: ['Products of whole numbers.', '# in whole\n# numbers'],
    right: ['Products of 8-bit integers.', 'the whole line of numbers'],
  },
  {
    found: /(?:\/\*\*?|^\s*\*|\/\/|#|""")\s?Of\s/m,
    instead: 'a noun or a verb first',
    wrong: ['/** Of the photo. */', '    # Of each crop.', '"""Of two models."""', '  // Of these'],
    right: ['/** Bytes of the photo. */', '"Of two minds"', 'http://Offline'],
  },
];

const QUOTES_THE_RULES = new Set(['CONTRIBUTING.md', 'repository/prose.test.ts']);

const files = filesNamed(/\.(?:tsx?|py|md|css|html|ya?ml|cff|sh)$/).filter(
  (path) => !QUOTES_THE_RULES.has(path),
);

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

describe('house rules', () => {
  it('look at all that is written here', () => {
    const all = new Set(files);
    for (const path of ['README.md', 'src/main.tsx', 'src/words/en/masks.ts', 'training/train.py'])
      expect(all).toContain(path);
  });

  it.each(RULES)('$instead', ({ found, instead, wrong, right }) => {
    for (const text of wrong) expect(text).toMatch(found);
    for (const text of right) expect(text).not.toMatch(found);
    const everywhere = new RegExp(found, `${found.flags}g`);
    const faults = files.flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return [...text.matchAll(everywhere)].map(
        (match) => `${path}:${lineOf(text, match.index)} “${match[0]}”: write ${instead}`,
      );
    });
    expect(faults).toEqual([]);
  });
});

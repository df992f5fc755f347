import { expect, it } from 'vitest';
import { withNames } from './names-yaml.ts';

it('a list of classes takes new ones in, and all else stays as it was written', () => {
  const mine = '# my set\npath: ../set\ntrain: images/train\nnc: 1\nnames: [boat]\n';
  expect(withNames(mine, ['boat'])).toBe(mine);
  expect(withNames(mine, ['boat', 'kite'])).toBe(
    '# my set\npath: ../set\ntrain: images/train\nnc: 2\nnames:\n  - "boat"\n  - "kite"\n',
  );
  expect(withNames('names:\n  0: boat\n', ['boat', 'no'])).toBe('names:\n  0: "boat"\n  1: "no"\n');
});

it('what numbers no classes from 0 on is no such file', () => {
  expect(withNames('names: {3: boat}', ['boat'])).toBeNull();
  expect(withNames('train: images', ['boat'])).toBeNull();
  expect(withNames('names: [', ['boat'])).toBeNull();
});

import { expect, it } from 'vitest';
import { migrated } from './migrate.ts';

it('an older project.json is taken through every version up to the present one', () => {
  const migrations = {
    1: (json: object) => ({ ...json, tags: [] }),
    2: (json: object) => ({ ...json, title: 'was added in 3' }),
  };
  const old = { version: 1, name: 'Meadow' };
  expect(migrated(old, 3, migrations)).toEqual({
    version: 3,
    name: 'Meadow',
    tags: [],
    title: 'was added in 3',
  });
  expect(migrated({ version: 3 }, 3, migrations)).toEqual({ version: 3 });
});

it('one of a version that nobody knows stays as it is, to be refused', () => {
  expect(migrated({ version: 0 }, 1)).toEqual({ version: 0 });
});

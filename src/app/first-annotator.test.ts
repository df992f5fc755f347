import { beforeEach, expect, test } from 'vitest';
import type { Annotator } from './annotator.ts';
import { firstAnnotator } from './first-annotator.ts';
import { createStores } from './stores.ts';
import { setUp } from './testing/world.ts';

let bring: (annotator: Annotator) => void;
let fail: (error: Error) => void;
let first: Annotator;

beforeEach(() => {
  const coming = new Promise<Annotator>((resolve, reject) => {
    bring = resolve;
    fail = reject;
  });
  first = firstAnnotator(createStores(), coming);
});

/** Says what it is asked for. */
function listening(asked: string[]): Annotator {
  const { annotator } = setUp();
  return {
    ...annotator,
    setTheme: (theme) => void asked.push(theme),
    async renameProject(id, name) {
      asked.push(`${id} ${name}`);
    },
  };
}

test('its stores are there from the beginning', () => {
  expect(first.view.getState().photo).toBeNull();
  expect(first.canUndo()).toBe(false);
  expect(first.undoName()).toBeNull();
});

test('what is asked for before the verbs are there is done in its order once they are', async () => {
  const asked: string[] = [];
  first.setTheme('light');
  const renamed = first.renameProject('a', 'Meadow');
  first.setTheme('dark');
  expect(asked).toEqual([]);
  bring(listening(asked));
  await renamed;
  expect(asked).toEqual(['light', 'a Meadow', 'dark']);
});

test('from then on each verb is done at once, also one that was taken out before', async () => {
  const asked: string[] = [];
  const { setTheme } = first;
  bring(listening(asked));
  await Promise.resolve();
  first.setTheme('light');
  expect(asked).toEqual(['light']);
  setTheme('dark');
  await Promise.resolve();
  expect(asked).toEqual(['light', 'dark']);
});

test('whoever asks for what never comes is told why', async () => {
  const asked = first.closeProject();
  fail(new Error('no network'));
  await expect(asked).rejects.toThrow('no network');
});

test('a promise of it resolves, as for anything that is no promise itself', async () => {
  expect(await Promise.resolve(first)).toBe(first);
});

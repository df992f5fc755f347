import { expect, test } from 'vitest';
import { isChord } from '../keys/chord.ts';
import { keymap, keyProblem, keysOfAction, withKey, withOwnKeys, withoutKeys } from './keymap.ts';
import { ENTRIES } from './registry.ts';

test('no two actions come with the same keys, and all of them can be pressed', () => {
  const keys = ENTRIES.flatMap(({ action }) => action.keys ?? []);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  expect(keys.filter((key) => !isChord(key))).toEqual([]);
});

test('no two actions have the same name', () => {
  const titles = ENTRIES.map(({ action }) => action.title);
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});

test('the person’s keys take the place of those it came with', () => {
  const chosen = withKey('brush', 'Q', {});
  expect(keysOfAction('brush', chosen)).toEqual(['Q']);
  expect(keymap(chosen).get('Q')?.id).toBe('brush');
  expect(keymap(chosen).has('B')).toBe(false);
});

test('keys taken from another action are no longer its own', () => {
  expect(keyProblem('brush', 'X', {})).toMatchObject({ kind: 'taken', by: { id: 'eraser' } });
  const chosen = withKey('brush', 'X', {});
  expect(keymap(chosen).get('X')?.id).toBe('brush');
  expect(keysOfAction('eraser', chosen)).toEqual([]);
});

test('of an action with two keys only the one that is taken goes', () => {
  const chosen = withKey('brush', 'Mod+Y', {});
  expect(keysOfAction('redo', chosen)).toEqual(['Mod+Shift+Z']);
});

test('a reset takes the keys back from whoever has them now', () => {
  const lost = withKey('eraser', 'B', withKey('brush', 'Q', {}));
  const chosen = withOwnKeys('brush', lost);
  expect(keysOfAction('brush', chosen)).toEqual(['B']);
  expect(keysOfAction('eraser', chosen)).toEqual([]);
  expect(keysOfAction('brush', withOwnKeys('brush', {}))).toEqual(['B']);
});

test('its own keys are no problem, nor are those that nobody has', () => {
  expect(keyProblem('brush', 'B', {})).toBeNull();
  expect(keyProblem('brush', 'Q', {})).toBeNull();
  expect(keyProblem('brush', 'X', withoutKeys('eraser', {}))).toBeNull();
});

test('held keys, classes, Esc and the browser’s own keys stay what they are', () => {
  for (const chord of ['H', '`', 'Space', '3', '0', 'Escape', 'ArrowUp'])
    expect(keyProblem('brush', chord, {}), chord).toEqual({ kind: 'fixed' });
  for (const chord of ['Mod+W', 'Mod+T', 'F5'])
    expect(keyProblem('brush', chord, {}), chord).toEqual({ kind: 'browser' });
});

test('nonsense in the settings gives no keys', () => {
  const chosen = { brush: ['<script>', 'Q'], cancel: ['Q'], nobody: ['Shift+Q'] };
  expect(keysOfAction('brush', chosen)).toEqual(['Q']);
  expect(keysOfAction('cancel', chosen)).toEqual(['Escape']);
  expect(keymap(chosen).has('Shift+Q')).toBe(false);
});

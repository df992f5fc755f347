import { expect, test } from 'vitest';
import { focusStep } from './menu-keys.ts';

const [refine, rename, lock] = ['Refine', ' Rename', 'Lock'].map((textContent) => ({
  textContent,
}));
const items = [refine, rename, lock].flatMap((item) => item ?? []);

function from(item: (typeof items)[number] | undefined, key: string) {
  return focusStep(items, item ?? { textContent: '' }, key);
}

test('arrows walk round, Home and End go to the ends', () => {
  expect(from(refine, 'ArrowDown')).toBe(rename);
  expect(from(lock, 'ArrowDown')).toBe(refine);
  expect(from(refine, 'ArrowUp')).toBe(lock);
  expect(from(lock, 'ArrowUp')).toBe(rename);
  expect(from(rename, 'Home')).toBe(refine);
  expect(from(rename, 'End')).toBe(lock);
});

test('a letter goes to the next that begins with it', () => {
  expect(from(refine, 'r')).toBe(rename);
  expect(from(rename, 'R')).toBe(refine);
  expect(from(rename, 'l')).toBe(lock);
  expect(from(rename, 'x')).toBeNull();
});

test('other keys move nothing', () => {
  for (const key of ['Enter', ' ', 'Escape', 'Tab']) expect(from(refine, key)).toBeNull();
});

import { expect, test } from 'vitest';
import { explainCommand } from './explain-command.ts';

test('names all points and the last box, in pixels of the photo', () => {
  const box = (x0: number) => ({ kind: 'box', box: { x0, y0: 2, x1: 30, y1: 40 } }) as const;
  const at = { x: 812.04, y: 440.5 };
  const command = explainCommand([
    { ...box(1), candidate: null },
    { kind: 'point', at, label: 'include', candidate: null },
    { kind: 'point', at: { x: 5, y: 6 }, label: 'exclude', candidate: 1 },
    { ...box(9), candidate: null },
  ]);
  expect(command).toBe(
    'cd training && python -m explain PHOTO --point 812,440.5 --exclude 5,6 --box 9,2,30,40 --out FOLDER',
  );
});

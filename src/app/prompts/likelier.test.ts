import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Prompt } from '../../prompt/prompt.ts';
import { CLEAR } from '../../report/testing/figures.ts';
import measured from './likelier.json' with { type: 'json' };
import { likelierBy, oddsFor } from './likelier.ts';

const shipped = JSON.parse(
  readFileSync(new URL('../../../public/models/manifest.json', import.meta.url), 'utf8'),
);
const at = { x: 1, y: 1 };
const click: Prompt = [{ kind: 'point', at, label: 'include', candidate: null }];
const box: Prompt = [{ kind: 'box', box: { x0: 0, y0: 0, x1: 2, y1: 2 }, candidate: null }];

test('the figures are of the shipped weights; for others run training/likelier.py', () => {
  expect(measured.set).toBe(shipped.id);
});

test('the shipped set says what the word of plain SAM is worth; if not, export with --calibration weights/calibration.json', () => {
  expect(Object.keys(shipped.calibration.plain).sort()).toEqual(['box', 'click', 'points']);
});

test('they go by the prompt, and by whether the photo is clear', () => {
  const { clear, degraded } = measured;
  const dark = { ...CLEAR, darkness: 0.95 };
  const odds = (prompt: Prompt, figures = CLEAR) => oddsFor(prompt, figures, measured.set);
  expect(odds(click)).toEqual({ prompt: 'click', isClear: true, ...clear.click });
  expect(odds([...click, ...click])).toEqual({ prompt: 'points', isClear: true, ...clear.points });
  expect(odds([...click, ...box])).toEqual({ prompt: 'box', isClear: true, ...clear.box });
  expect(odds(box, dark)).toEqual({ prompt: 'box', isClear: false, ...degraded.box });
});

test('nothing is said of a photo or a set that was not measured', () => {
  expect(oddsFor(click, undefined, measured.set)).toBeNull();
  expect(oddsFor(click, CLEAR, 'another')).toBeNull();
  expect(oddsFor(click, CLEAR, undefined)).toBeNull();
});

test('a share whose interval holds the half says nothing', () => {
  const odds = (low: number, high: number) => ({
    prompt: 'box' as const,
    isClear: true,
    cases: 9,
    share: (low + high) / 2,
    low,
    high,
  });
  expect(likelierBy(odds(0.6, 0.8))).toBe('robust');
  expect(likelierBy(odds(0.4, 0.8))).toBeNull();
  expect(likelierBy(odds(0.5, 0.8))).toBeNull();
  expect(likelierBy(odds(0.1, 0.4))).toBe('plain');
});

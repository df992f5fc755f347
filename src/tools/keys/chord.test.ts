import { expect, test } from 'vitest';
import { chordsOf, isChord, type KeyPress } from './chord.ts';

interface Held {
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
  readonly meta?: boolean;
  readonly altGr?: boolean;
}

function press(key: string, code: string, held: Held = {}): KeyPress {
  return {
    key,
    code,
    ctrlKey: held.ctrl ?? false,
    altKey: held.alt ?? false,
    shiftKey: held.shift ?? false,
    metaKey: held.meta ?? false,
    getModifierState: (modifier) => modifier === 'AltGraph' && held.altGr === true,
  };
}

test.each([
  ['a letter', press('g', 'KeyG'), ['G']],
  ['with Shift', press('G', 'KeyG', { shift: true }), ['Shift+G']],
  ['with the capitals locked', press('G', 'KeyG'), ['G']],
  ['with Ctrl and Shift', press('Z', 'KeyZ', { ctrl: true, shift: true }), ['Mod+Shift+Z']],
  ['a named key', press('Enter', 'NumpadEnter'), ['Enter']],
  ['space', press(' ', 'Space'), ['Space']],
  ['an arrow with Alt', press('ArrowUp', 'ArrowUp', { alt: true }), ['Alt+ArrowUp']],
  ['a sign that takes Shift', press('?', 'Slash', { shift: true }), ['?']],
  ['the number pad', press('+', 'NumpadAdd'), ['+']],
  ['a digit of the number pad', press('3', 'Numpad3'), ['3']],
])('%s', (_, event, chords) => {
  expect(chordsOf(event)).toEqual(chords);
});

test('a French keyboard has its letters where they are printed', () => {
  expect(chordsOf(press('a', 'KeyQ'))).toEqual(['A']);
  expect(chordsOf(press('m', 'Semicolon'))).toEqual(['M']);
});

test.each([
  ['Hangul', press('ㅎ', 'KeyG')],
  ['Cyrillic', press('п', 'KeyG')],
  ['an input method that keeps the key to itself', press('Process', 'KeyG')],
  ['a dead key', press('Dead', 'KeyG')],
])('%s counts by its place', (_, event) => {
  expect(chordsOf(event)).toEqual(['G']);
});

test('Hangul with Shift is a capital like any other', () => {
  expect(chordsOf(press('ㄲ', 'KeyR', { shift: true }))).toEqual(['Shift+R']);
});

test('signs of other layouts are found by sign and by place', () => {
  // German: / is Shift+7; French: digits take Shift; Russian: х is where [ would be.
  expect(chordsOf(press('/', 'Digit7', { shift: true }))).toEqual(['Shift+7', '/']);
  expect(chordsOf(press('é', 'Digit2'))).toEqual(['2']);
  expect(chordsOf(press('х', 'BracketLeft'))).toEqual(['[']);
  expect(chordsOf(press('ü', 'BracketLeft'))).toEqual(['[']);
});

test('AltGr types signs and is no Ctrl and no Alt', () => {
  const bracket = press('[', 'Digit8', { ctrl: true, alt: true, altGr: true });
  expect(chordsOf(bracket)).toEqual(['8', '[']);
});

test('a modifier alone and the system’s own key mean nothing', () => {
  expect(chordsOf(press('Shift', 'ShiftLeft', { shift: true }))).toEqual([]);
  expect(chordsOf(press('Control', 'ControlLeft', { ctrl: true }))).toEqual([]);
  expect(chordsOf(press('d', 'KeyD', { meta: true }))).toEqual([]);
});

test('only what can be pressed is a chord', () => {
  for (const chord of ['G', 'Shift+1', 'Mod+Shift+Z', 'Alt+ArrowUp', '/', '+', 'Mod++', 'F2'])
    expect(isChord(chord), chord).toBe(true);
  for (const text of ['', 'g', 'Shift', 'Shift+Mod+Z', 'Shift+?', 'Hyper+A', 'constructor', 'AB'])
    expect(isChord(text), text).toBe(false);
});

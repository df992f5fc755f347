import type { KeyProblem } from '../../tools/actions/keymap.ts';

export const SHEET = {
  title: 'Keys and gestures',
  search: 'Search actions and keys',
  tour: 'Show the tour',
  resetAll: 'Reset all keys',
  hint: 'A click on an action’s keys changes them: press the new ones. They stay in this browser.',
  nothing: 'No action is called like that.',
  columns: ['Action', 'Mouse', 'Touch', 'Keys'],
  none: 'none',
  press: 'Press keys…',
  take: 'Take it',
  leave: 'Leave it',
} as const;

export function changeWords(title: string, keys: string): string {
  return `Keys of ${title}: ${keys || SHEET.none}. Change`;
}

export function pressWords(title: string): string {
  return `Press the keys for ${title}; Esc leaves them as they are`;
}

export function removeWords(title: string): string {
  return `No keys for ${title}`;
}

export function resetWords(title: string): string {
  return `Reset the keys of ${title}`;
}

export function problemWords(problem: KeyProblem, keys: string): string {
  switch (problem.kind) {
    case 'browser':
      return `The browser keeps ${keys} for itself.`;
    case 'fixed':
      return `${keys} can’t be given to another action.`;
    case 'taken':
      return `${keys} belongs to “${problem.by.action.title}”.`;
  }
}

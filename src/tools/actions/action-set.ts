import type { English } from '../../words/keys.ts';
import { t } from '../../words/words.ts';
import type { Action } from './action.ts';

type Titles = English['actions'];
export type ActionGroup = keyof Titles;

/** An action of a group; the catalogue has its title. */
export interface Untitled extends Omit<Action, 'title'> {
  /** For a title that names them. */
  readonly figures?: { readonly pixels: number };
}

/** Gives each action of a group its title, in the language in which it is asked for. */
export function actionSet<G extends ActionGroup>(
  group: G,
  set: Readonly<Record<keyof Titles[G], Untitled>>,
): Readonly<Record<keyof Titles[G], Action>> {
  for (const [name, action] of Object.entries<Untitled>(set)) {
    // Any of them: the compiler would try each group with each name. A test finds a title that is missing.
    const key = `actions.${group}.${name}` as 'actions.app.undo';
    const get = () => t(key, { ...action.figures });
    Object.defineProperty(action, 'title', { enumerable: true, get });
  }
  // Each has its title now.
  return set as Readonly<Record<keyof Titles[G], Action>>;
}

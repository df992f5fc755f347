import type { ReactNode } from 'react';
import type { Action, Hands } from '../../tools/actions/action.ts';
import { keysOfAction } from '../../tools/actions/keymap.ts';
import { ACTIONS, type ActionId } from '../../tools/actions/registry.ts';
import { chordWords } from '../actions/key-words.ts';

export type MenuItem = MenuAction | Submenu | { readonly kind: 'rule' };

export interface MenuAction {
  readonly kind: 'action';
  readonly label: string;
  /** In words. */
  readonly keys: string | null;
  /** Undefined for what is never on. */
  readonly isOn: boolean | undefined;
  readonly whyNot: string | null;
  /** Before the label. */
  readonly mark?: ReactNode;
  readonly run: () => void;
}

export interface Submenu {
  readonly kind: 'submenu';
  readonly label: string;
  readonly whyNot: string | null;
  readonly items: readonly MenuItem[];
}

export const RULE: MenuItem = { kind: 'rule' };

export function itemOf(hands: Hands, action: Action, mark?: ReactNode): MenuAction {
  return {
    kind: 'action',
    label: action.title,
    keys: action.keys?.[0] ?? null,
    isOn: action.isOn?.(hands),
    whyNot: action.whyNot?.(hands) ?? null,
    mark,
    run: () => action.run(hands),
  };
}

/** An action of the registry, with the person's key for it. */
export function itemFor(hands: Hands, id: ActionId): MenuAction {
  const [key] = keysOfAction(id, hands.annotator.view.getState().keys);
  return { ...itemOf(hands, ACTIONS[id]), keys: key ? chordWords(key) : null };
}

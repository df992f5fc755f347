import type { StoreApi } from 'zustand/vanilla';
import type { Annotator } from '../../app/annotator.ts';
import type { English } from '../../words/keys.ts';
import type { Chord } from '../keys/chord.ts';
import type { StageState } from '../stage-state.ts';
import type { Shell } from './shell.ts';

/** All that an action can get hold of. */
export interface Hands {
  readonly annotator: Annotator;
  readonly shell: Shell;
  readonly stage: StoreApi<StageState>;
  /** Ends the gesture in hand; false when there was none. */
  cancelGesture(): boolean;
}

/** What `t('actionHelp.by…')` says. */
export type Hint = keyof English['actionHelp']['by'];

/** Something a person can do, however they ask for it: key, palette, menu or button. */
export interface Action {
  /** In the language of the page: a getter, as that may change. */
  readonly title: string;
  /** Those it comes with; the person may have chosen others (keymap.ts). */
  readonly keys?: readonly Chord[];
  /** Its keys mean something else on other controls: they count while the stage has the focus. */
  readonly isOnStage?: true;
  /** Goes on while its key is held. */
  readonly repeats?: true;
  /** Its keys can't be changed. */
  readonly isFixed?: true;
  /** The same by mouse and by touch. */
  readonly mouse?: Hint;
  readonly touch?: Hint;
  /** Why it can't be done now, in words; null when it can. */
  whyNot?(hands: Hands): string | null;
  /** For what is on or off, and for one choice of several. */
  isOn?(hands: Hands): boolean;
  run(hands: Hands): void;
}

export type ActionSet = Readonly<Record<string, Action>>;

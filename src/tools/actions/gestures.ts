import type { English } from '../../words/keys.ts';
import type { Hint } from './action.ts';
import type { ActionGroup } from './action-set.ts';

type Help = English['actionHelp'];

/** What is done by hand or by a held key only, and so is no action; for the sheet of keys. */
export interface GestureRow {
  readonly group: ActionGroup;
  readonly name: keyof Help['gesture'];
  readonly mouse?: Hint;
  readonly touch?: Hint;
  /** They can't be changed. */
  readonly keys?: keyof Help['held'];
}

export const GESTURES: readonly GestureRow[] = [
  { group: 'prompt', name: 'box', mouse: 'drag', touch: 'longPressDrag' },
  { group: 'prompt', name: 'preview', mouse: 'moveOver' },
  { group: 'tools', name: 'hand', mouse: 'middleDrag', touch: 'slide', keys: 'space' },
  { group: 'objects', name: 'order', mouse: 'drag', touch: 'dragPicture' },
  { group: 'classes', name: 'classKeys', mouse: 'panel', touch: 'panel', keys: 'digits' },
  { group: 'view', name: 'hideMasks', keys: 'h' },
  {
    group: 'view',
    name: 'original',
    mouse: 'adjustPanel',
    touch: 'adjustPanel',
    keys: 'backquote',
  },
];

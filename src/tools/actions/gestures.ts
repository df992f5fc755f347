/** What is done by hand or by a held key only, and so is no action; for the sheet of keys. */
export interface GestureRow {
  readonly group: string;
  readonly title: string;
  readonly mouse: string;
  readonly touch: string;
  /** In words: they can't be changed. */
  readonly keys: string;
}

function row(group: string, title: string, mouse: string, touch = '', keys = ''): GestureRow {
  return { group, title, mouse, touch, keys };
}

export const GESTURES: readonly GestureRow[] = [
  row('Prompt', 'Box', 'drag', 'long press, drag'),
  row('Prompt', 'See the mask before a click', 'move over the photo'),
  row('Tools', 'Hand, while it is held', 'middle drag', 'slide', 'hold Space'),
  row('Objects', 'Another place in the list', 'drag', 'drag the picture'),
  row('Classes', 'Class of the selected, else of new objects', 'panel', 'panel', '1 – 9'),
  row('View', 'Hide all masks, while it is held', '', '', 'hold H'),
];

import type { Place } from '../../app/objects/ordering.ts';
import type { Action, ActionSet, Hands } from './action.ts';
import {
  leadObject,
  noObjects,
  noPointer,
  noSingleObject,
  nothingSelected,
  nothingToChange,
  selectedIds,
  selectedObjects,
  shownObjects,
} from './reasons.ts';

const PANEL = { mouse: 'Objects panel', touch: 'Objects panel' } as const;

export const objectActions = {
  select: {
    title: 'Select the object under the pointer, again: the one beneath',
    keys: ['S'],
    mouse: 'Ctrl+click',
    touch: 'tap in the list',
    whyNot: noPointer,
    run: (hands) => selectAtPointer(hands, false),
  },
  selectMore: {
    title: 'Select one more, or one less, under the pointer',
    keys: ['Shift+S'],
    mouse: 'Ctrl+Shift+click',
    whyNot: noPointer,
    run: (hands) => selectAtPointer(hands, true),
  },
  selectNext: {
    title: 'Select the next object',
    keys: ['N'],
    whyNot: noObjects,
    run: (hands) => selectNeighbour(hands, 1),
  },
  selectPrevious: {
    title: 'Select the previous object',
    keys: ['Shift+N'],
    whyNot: noObjects,
    run: (hands) => selectNeighbour(hands, -1),
  },
  selectAll: {
    title: 'Select all objects of the photo',
    keys: ['Mod+A'],
    isOnStage: true,
    whyNot: noObjects,
    run(hands) {
      const ids = shownObjects(hands).map(({ id }) => id);
      hands.annotator.selectObjects(ids, ids.at(-1) ?? null);
    },
  },
  selectNone: {
    title: 'Select nothing',
    whyNot: nothingSelected,
    run: ({ annotator }) => annotator.selectObject(null),
  },
  objectMenu: {
    title: 'Menu of the selected objects',
    keys: ['ContextMenu', 'Shift+F10'],
    isOnStage: true,
    mouse: 'long right press, in the list right click',
    touch: 'long press in the list',
    whyNot: nothingSelected,
    run: ({ shell }) => shell.showObjectMenu(null),
  },
  refine: {
    title: 'Refine',
    keys: ['Shift+R'],
    ...PANEL,
    whyNot: noSingleObject,
    run(hands) {
      const object = leadObject(hands);
      if (object) void hands.annotator.refineObject(object.id);
    },
  },
  rename: {
    title: 'Rename',
    keys: ['F2'],
    mouse: 'double-click in the list',
    touch: 'name field',
    whyNot: noSingleObject,
    run(hands) {
      const object = leadObject(hands);
      if (object) hands.shell.renameObject(object.id);
    },
  },
  note: {
    title: 'Write a note',
    ...PANEL,
    whyNot: noSingleObject,
    run: ({ shell }) => shell.goTo('note'),
  },
  duplicate: {
    title: 'Duplicate',
    keys: ['Mod+D'],
    ...PANEL,
    whyNot: nothingSelected,
    run: (hands) => hands.annotator.duplicateObjects(selectedIds(hands)),
  },
  lock: {
    title: 'Lock',
    keys: ['Shift+L'],
    ...PANEL,
    whyNot: nothingSelected,
    isOn: (hands) => areAll(hands, 'isLocked'),
    run: (hands) => hands.annotator.setLocked(selectedIds(hands), !areAll(hands, 'isLocked')),
  },
  hide: {
    title: 'Hide',
    keys: ['Shift+H'],
    ...PANEL,
    whyNot: nothingSelected,
    isOn: (hands) => areAll(hands, 'isHidden'),
    run: (hands) => hands.annotator.setHidden(selectedIds(hands), !areAll(hands, 'isHidden')),
  },
  forward: shift('forward', 'Bring forward', 'Alt+ArrowUp'),
  backward: shift('backward', 'Send backward', 'Alt+ArrowDown'),
  toFront: shift('front', 'Bring to the front', 'Alt+Home'),
  toBack: shift('back', 'Send to the back', 'Alt+End'),
  copyCutOut: {
    title: 'Copy the cut-out',
    keys: ['Mod+C'],
    ...PANEL,
    whyNot: nothingToCopy,
    run: ({ annotator }) => void annotator.copyCutOut(),
  },
  copyMask: {
    title: 'Copy the mask',
    keys: ['Shift+C'],
    ...PANEL,
    whyNot: nothingToCopy,
    run: ({ annotator }) => void annotator.copyMask(),
  },
  delete: {
    title: 'Delete',
    keys: ['Delete'],
    ...PANEL,
    whyNot: (hands) => (pointedProposal(hands) ? null : nothingToChange(hands)),
    run: deleteOrDrop,
  },
} as const satisfies ActionSet;

/** Null while objects are selected, which the key means first. */
function pointedProposal(hands: Hands): string | null {
  if (selectedIds(hands).length > 0) return null;
  return hands.annotator.view.getState().pointedProposalId;
}

function deleteOrDrop(hands: Hands): void {
  const proposal = pointedProposal(hands);
  if (proposal) hands.annotator.dropProposals([proposal]);
  else hands.annotator.deleteObjects(selectedIds(hands));
}

function shift(to: Place, title: string, key: string): Action {
  return {
    title,
    keys: [key],
    mouse: 'drag in the list',
    touch: 'drag the picture',
    whyNot: nothingToChange,
    run: (hands) => hands.annotator.shiftObjects(selectedIds(hands), to),
  };
}

function selectAtPointer({ annotator }: Hands, adds: boolean): void {
  const { pointer } = annotator.view.getState();
  if (pointer) annotator.selectAt(pointer, adds);
}

/** Down the list, which has the topmost first, and round again. */
function selectNeighbour(hands: Hands, by: 1 | -1): void {
  const ids = shownObjects(hands)
    .map(({ id }) => id)
    .reverse();
  const at = ids.indexOf(leadObject(hands)?.id ?? '');
  // From nothing: the topmost, or the lowest.
  const from = at === -1 && by === -1 ? 0 : at;
  hands.annotator.selectObject(ids[(from + by + ids.length) % ids.length] ?? null);
}

/** Whether every selected object is so: then the key turns it off. */
function areAll(hands: Hands, what: 'isHidden' | 'isLocked'): boolean {
  const selected = selectedObjects(hands);
  return selected.length > 0 && selected.every((one) => one[what]);
}

function nothingToCopy(hands: Hands): string | null {
  const { selectedObjectId, live } = hands.annotator.view.getState();
  return selectedObjectId || live ? null : 'Select an object or click one first';
}

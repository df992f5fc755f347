import type { Place } from '../../app/objects/ordering.ts';
import { leadObject, selectedObjects, shownObjects } from '../../app/state/questions.ts';
import { t } from '../../words/words.ts';
import { now } from '../now.ts';
import type { Hands } from './action.ts';
import { actionSet, type Untitled } from './action-set.ts';
import {
  noObjects,
  noPointer,
  noSingleObject,
  nothingSelected,
  nothingToChange,
  selectedIds,
} from './reasons.ts';

const PANEL = { mouse: 'objectsPanel', touch: 'objectsPanel' } as const;

export const objectActions = actionSet('objects', {
  select: {
    keys: ['S'],
    mouse: 'ctrlClick',
    touch: 'tapInList',
    whyNot: noPointer,
    run: (hands) => selectAtPointer(hands, false),
  },
  selectMore: {
    keys: ['Shift+S'],
    mouse: 'ctrlShiftClick',
    whyNot: noPointer,
    run: (hands) => selectAtPointer(hands, true),
  },
  selectNext: {
    keys: ['N'],
    whyNot: noObjects,
    run: (hands) => selectNeighbour(hands, 1),
  },
  selectPrevious: {
    keys: ['Shift+N'],
    whyNot: noObjects,
    run: (hands) => selectNeighbour(hands, -1),
  },
  selectAll: {
    keys: ['Mod+A'],
    isOnStage: true,
    whyNot: noObjects,
    run(hands) {
      const ids = shownObjects(...now(hands.annotator)).map(({ id }) => id);
      hands.annotator.selectObjects(ids, ids.at(-1) ?? null);
    },
  },
  selectNone: {
    whyNot: nothingSelected,
    run: ({ annotator }) => annotator.selectObject(null),
  },
  objectMenu: {
    keys: ['ContextMenu', 'Shift+F10'],
    isOnStage: true,
    mouse: 'longRightPress',
    touch: 'longPressInList',
    whyNot: nothingSelected,
    run: ({ shell }) => shell.showObjectMenu(null),
  },
  refine: {
    keys: ['Shift+R'],
    ...PANEL,
    whyNot: noSingleObject,
    run(hands) {
      const object = leadObject(...now(hands.annotator));
      if (object) void hands.annotator.refineObject(object.id);
    },
  },
  rename: {
    keys: ['F2'],
    mouse: 'doubleClickInList',
    touch: 'nameField',
    whyNot: noSingleObject,
    run(hands) {
      const object = leadObject(...now(hands.annotator));
      if (object) hands.shell.renameObject(object.id);
    },
  },
  note: {
    ...PANEL,
    whyNot: noSingleObject,
    run: ({ shell }) => shell.goTo('note'),
  },
  duplicate: {
    keys: ['Mod+D'],
    ...PANEL,
    whyNot: nothingSelected,
    run: (hands) => hands.annotator.duplicateObjects(selectedIds(hands)),
  },
  lock: {
    keys: ['Shift+L'],
    ...PANEL,
    whyNot: nothingSelected,
    isOn: (hands) => areAll(hands, 'isLocked'),
    run: (hands) => hands.annotator.setLocked(selectedIds(hands), !areAll(hands, 'isLocked')),
  },
  hide: {
    keys: ['Shift+H'],
    ...PANEL,
    whyNot: nothingSelected,
    isOn: (hands) => areAll(hands, 'isHidden'),
    run: (hands) => hands.annotator.setHidden(selectedIds(hands), !areAll(hands, 'isHidden')),
  },
  forward: shift('forward', 'Alt+ArrowUp'),
  backward: shift('backward', 'Alt+ArrowDown'),
  toFront: shift('front', 'Alt+Home'),
  toBack: shift('back', 'Alt+End'),
  copyCutOut: {
    keys: ['Mod+C'],
    ...PANEL,
    whyNot: nothingToCopy,
    run: ({ annotator }) => void annotator.copyCutOut(),
  },
  copyMask: {
    keys: ['Shift+C'],
    ...PANEL,
    whyNot: nothingToCopy,
    run: ({ annotator }) => void annotator.copyMask(),
  },
  delete: {
    keys: ['Delete'],
    ...PANEL,
    whyNot: (hands) => (pointedProposal(hands) ? null : nothingToChange(hands)),
    run: deleteOrDrop,
  },
});

/** Null while objects are selected, which the key means first. */
function pointedProposal(hands: Hands): string | null {
  if (selectedIds(hands).length > 0) return null;
  return hands.annotator.view.getState().pointedProposalId;
}

function deleteOrDrop(hands: Hands): void {
  const { outline } = hands.annotator.view.getState();
  const proposal = pointedProposal(hands);
  if (outline?.focused) hands.annotator.removeHandle();
  else if (proposal) hands.annotator.dropProposals([proposal]);
  else hands.annotator.deleteObjects(selectedIds(hands));
}

function shift(to: Place, key: string): Untitled {
  return {
    keys: [key],
    mouse: 'dragInList',
    touch: 'dragPicture',
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
  const ids = shownObjects(...now(hands.annotator))
    .map(({ id }) => id)
    .reverse();
  const at = ids.indexOf(leadObject(...now(hands.annotator))?.id ?? '');
  // From nothing: the topmost, or the lowest.
  const from = at === -1 && by === -1 ? 0 : at;
  hands.annotator.selectObject(ids[(from + by + ids.length) % ids.length] ?? null);
}

/** Whether every selected object is so: then the key turns it off. */
function areAll(hands: Hands, what: 'isHidden' | 'isLocked'): boolean {
  const selected = selectedObjects(...now(hands.annotator));
  return selected.length > 0 && selected.every((one) => one[what]);
}

function nothingToCopy(hands: Hands): string | null {
  const { selectedObjectId, live } = hands.annotator.view.getState();
  return selectedObjectId || live ? null : t('reasons.nothingToCopy');
}

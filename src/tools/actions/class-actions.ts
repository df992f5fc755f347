import type { ObjectClass } from '../../document/classes.ts';
import type { Action, ActionSet, Hands } from './action.ts';
import { noPhoto, shownObjects } from './reasons.ts';

export const classActions = {
  nameClass: {
    title: 'Class by its name, also a new one',
    keys: ['/'],
    mouse: 'Objects panel',
    touch: 'Objects panel',
    whyNot: noPhoto,
    run: ({ shell }) => shell.goTo('class'),
  },
  noClass: {
    title: 'Class: none',
    keys: ['0'],
    isFixed: true,
    mouse: 'Objects panel',
    touch: 'Objects panel',
    run: ({ annotator }) => annotator.chooseClass(null),
  },
  importClasses: {
    title: 'Import a list of classes',
    mouse: 'Classes panel',
    touch: 'Classes panel',
    whyNot: noPhoto,
    run: ({ shell }) => shell.pickFiles('classes'),
  },
} as const satisfies ActionSet;

/** Classes that have a key. */
const KEYED_CLASSES = 9;

/** "1" to "9" for the first nine. */
export function classKey(index: number): string | null {
  return index < KEYED_CLASSES ? String(index + 1) : null;
}

/** Gives the class to the selected objects, else to the next ones. */
export function chooseClass(one: ObjectClass, index: number): Action {
  const key = classKey(index);
  return {
    title: `Class: ${one.name}`,
    ...(key ? { keys: [key] } : {}),
    isOn: ({ annotator }) => annotator.view.getState().classId === one.id,
    run: ({ annotator }) => annotator.chooseClass(one.id),
  };
}

/** What can be done with a class itself, besides merging it. */
export function aboutClass({ id, name }: ObjectClass) {
  return {
    edit: {
      title: `Rename class ${name}, edit its attributes`,
      run: ({ shell }: Hands) => shell.editClass(id),
    },
    select: {
      title: `Select all objects of class ${name}`,
      whyNot: (hands: Hands) => noPhoto(hands) ?? noneOf(hands, id),
      run(hands: Hands) {
        const ids = shownObjects(hands)
          .filter(isOf(id))
          .map((object) => object.id);
        hands.annotator.selectObjects(ids, ids.at(-1) ?? null);
      },
    },
    up: {
      title: `Move class ${name} up`,
      whyNot: (hands: Hands) => atTheEnd(hands, id, 0),
      run: ({ annotator }: Hands) => annotator.moveClass(id, -1),
    },
    down: {
      title: `Move class ${name} down`,
      whyNot: (hands: Hands) => atTheEnd(hands, id, -1),
      run: ({ annotator }: Hands) => annotator.moveClass(id, 1),
    },
    delete: {
      title: `Delete class ${name}`,
      run: ({ annotator }: Hands) => annotator.deleteClass(id),
    },
  } as const satisfies ActionSet;
}

export function mergeClass(from: ObjectClass, into: ObjectClass): Action {
  return {
    title: `Merge class ${from.name} into ${into.name}`,
    run: ({ annotator }) => annotator.mergeClass(from.id, into.id),
  };
}

function isOf(classId: string): (object: { readonly classId: string | null }) => boolean {
  return (object) => object.classId === classId;
}

function noneOf(hands: Hands, classId: string): string | null {
  return shownObjects(hands).some(isOf(classId)) ? null : 'This photo has none';
}

function atTheEnd({ annotator }: Hands, classId: string, end: 0 | -1): string | null {
  const last = annotator.document.getState().classes.at(end);
  return last?.id === classId ? 'There it is already' : null;
}

import { currentClass, namedObjects, shownObjects } from '../../app/state/questions.ts';
import type { ObjectClass } from '../../document/classes.ts';
import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { now } from '../now.ts';
import type { Action, ActionSet, Hands } from './action.ts';
import { actionSet } from './action-set.ts';
import { noPhoto } from './reasons.ts';

export const classActions = actionSet('classes', {
  nameClass: {
    keys: ['/'],
    mouse: 'objectsPanel',
    touch: 'objectsPanel',
    whyNot: noPhoto,
    run: ({ shell }) => shell.goTo('class'),
  },
  noClass: {
    keys: ['0'],
    isFixed: true,
    mouse: 'objectsPanel',
    touch: 'objectsPanel',
    run: ({ annotator }) => annotator.chooseClass(null),
  },
  hideClassInHand: {
    keys: ['C'],
    mouse: 'classesPanel',
    touch: 'classesPanel',
    whyNot: (hands) => noPhoto(hands) ?? noneOf(ofClassInHand(hands)),
    isOn: (hands) => areHidden(ofClassInHand(hands)),
    run: (hands) => toggleHidden(hands, ofClassInHand(hands)),
  },
  importClasses: {
    mouse: 'classesPanel',
    touch: 'classesPanel',
    whyNot: noPhoto,
    run: ({ shell }) => shell.pickFiles('classes'),
  },
});

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
    get title() {
      return t('actionHelp.about.class', { name: one.name });
    },
    ...(key ? { keys: [key] } : {}),
    isOn: ({ annotator }) => annotator.view.getState().classId === one.id,
    run: ({ annotator }) => annotator.chooseClass(one.id),
  };
}

/** What can be done with a class itself, besides merging it. */
export function aboutClass({ id, name }: ObjectClass) {
  return {
    edit: {
      get title() {
        return t('actionHelp.about.editClass', { name });
      },
      run: ({ shell }: Hands) => shell.editClass(id),
    },
    select: {
      get title() {
        return t('actionHelp.about.selectClass', { name });
      },
      whyNot: (hands: Hands) => noPhoto(hands) ?? noneOf(objectsOf(hands, id)),
      run(hands: Hands) {
        const ids = objectsOf(hands, id).map((object) => object.id);
        hands.annotator.selectObjects(ids, ids.at(-1) ?? null);
      },
    },
    hide: {
      get title() {
        return t('actionHelp.about.hideClass', { name });
      },
      whyNot: (hands: Hands) => noPhoto(hands) ?? noneOf(objectsOf(hands, id)),
      isOn: (hands: Hands) => areHidden(objectsOf(hands, id)),
      run: (hands: Hands) => toggleHidden(hands, objectsOf(hands, id)),
    },
    up: {
      get title() {
        return t('actionHelp.about.classUp', { name });
      },
      whyNot: (hands: Hands) => atTheEnd(hands, id, 0),
      run: ({ annotator }: Hands) => annotator.moveClass(id, -1),
    },
    down: {
      get title() {
        return t('actionHelp.about.classDown', { name });
      },
      whyNot: (hands: Hands) => atTheEnd(hands, id, -1),
      run: ({ annotator }: Hands) => annotator.moveClass(id, 1),
    },
    delete: {
      get title() {
        return t('actionHelp.about.deleteClass', { name });
      },
      run: ({ annotator }: Hands) => annotator.deleteClass(id),
    },
  } as const satisfies ActionSet;
}

export function mergeClass(from: ObjectClass, into: ObjectClass): Action {
  return {
    get title() {
      return t('actionHelp.about.mergeClass', { name: from.name, into: into.name });
    },
    run: ({ annotator }) => annotator.mergeClass(from.id, into.id),
  };
}

function objectsOf({ annotator }: Hands, classId: string): readonly MaskObject[] {
  return shownObjects(...now(annotator)).filter((object) => object.classId === classId);
}

/** All of the photo that are what the selected objects are, else what new ones will be; none is a class too. */
function ofClassInHand({ annotator }: Hands): readonly MaskObject[] {
  const named = namedObjects(...now(annotator)).map(({ classId }) => classId);
  const wanted = named.length > 0 ? named : [currentClass(...now(annotator))?.id ?? null];
  return shownObjects(...now(annotator)).filter(({ classId }) => wanted.includes(classId));
}

function areHidden(objects: readonly MaskObject[]): boolean {
  return objects.every(({ isHidden }) => isHidden);
}

function toggleHidden({ annotator }: Hands, objects: readonly MaskObject[]): void {
  const ids = objects.map(({ id }) => id);
  annotator.setHidden(ids, !areHidden(objects));
}

function noneOf(objects: readonly MaskObject[]): string | null {
  return objects.length > 0 ? null : t('reasons.noneOfClass');
}

function atTheEnd({ annotator }: Hands, classId: string, end: 0 | -1): string | null {
  const last = annotator.document.getState().classes.at(end);
  return last?.id === classId ? t('reasons.atTheEnd') : null;
}

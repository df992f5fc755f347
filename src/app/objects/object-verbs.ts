import type { Change } from '../../document/change.ts';
import type { ObjectAttribute } from '../../document/classes.ts';
import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { refinedId, selectedObjects, shownObjects } from '../state/questions.ts';
import { objectWords, unlocked } from './locked.ts';
import { copiesOf, objectChanges, withAttribute } from './object-edits.ts';
import { type Place, placedAt, shifted } from './ordering.ts';
import { selectionOf } from './selection.ts';

/** Verbs for the shown photo's objects. Each is one undo step; locked objects stay as they are, and it is said. */
export interface ObjectEditVerbs {
  renameObject(objectId: string, name: string): void;
  setNote(objectId: string, note: string): void;
  /** Null: not filled in. */
  setObjectAttribute(objectId: string, name: string, value: ObjectAttribute[1] | null): void;
  /** Locked ones too. */
  setHidden(objectIds: readonly string[], isHidden: boolean): void;
  setLocked(objectIds: readonly string[], isLocked: boolean): void;
  /** In their order, before what is then the `index`th of the others; the last lies on top. */
  placeObjects(objectIds: readonly string[], index: number): void;
  shiftObjects(objectIds: readonly string[], to: Place): void;
  /** Each copy lies on its original; the copies are selected. */
  duplicateObjects(objectIds: readonly string[]): void;
  deleteObjects(objectIds: readonly string[]): void;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: each verb is a few lines, and all commit in the same way.
export function createObjectVerbs(context: Context): ObjectEditVerbs {
  const { document, view } = context;

  function commit(name: string, changesFor: (photoId: string) => readonly Change[]): boolean {
    const photoId = view.getState().photo?.id;
    const changes = photoId ? changesFor(photoId) : [];
    if (!photoId || changes.length === 0) return false;
    document.commit({ name, photoId, changes });
    return true;
  }

  function objectsWith(objectIds: readonly string[]): readonly MaskObject[] {
    return shownObjects(...now(context)).filter(({ id }) => objectIds.includes(id));
  }

  function change(
    step: ObjectStep,
    objects: readonly MaskObject[],
    edit: (object: MaskObject) => MaskObject,
  ): void {
    commit(stepName(step, objects), (photoId) => objectChanges(photoId, objects, edit));
  }

  function order(
    step: 'move' | Place,
    objectIds: readonly string[],
    orderOf: (ids: readonly string[], moving: readonly string[]) => readonly string[],
  ): void {
    const moving = unlocked(context, objectsWith(objectIds));
    const before = shownObjects(...now(context)).map(({ id }) => id);
    const after = orderOf(
      before,
      moving.map(({ id }) => id),
    );
    if (moving.length === 0 || after.every((id, i) => id === before[i])) return;
    commit(stepName(step, moving), (photoId) => [
      { kind: 'order-objects', photoId, before, after },
    ]);
  }

  return {
    renameObject(objectId, untrimmed) {
      const name = untrimmed.trim();
      const objects = unlocked(context, objectsWith([objectId]));
      if (name === '' || objects[0]?.name === name) return;
      change('rename', objects, (object) => ({ ...object, name }));
    },
    setNote: (objectId, note) =>
      change('note', unlocked(context, objectsWith([objectId])), (object) =>
        object.note === note ? object : { ...object, note },
      ),
    setObjectAttribute(objectId, attribute, value) {
      const objects = unlocked(context, objectsWith([objectId]));
      const name = t('steps.objects.attribute', { attribute, what: objectWords(objects) });
      commit(name, (photoId) =>
        objectChanges(photoId, objects, (object) => withAttribute(object, attribute, value)),
      );
    },
    setHidden: (objectIds, isHidden) =>
      change(isHidden ? 'hide' : 'show', objectsWith(objectIds), (object) =>
        object.isHidden === isHidden ? object : { ...object, isHidden },
      ),
    setLocked: (objectIds, isLocked) =>
      change(isLocked ? 'lock' : 'unlock', objectsWith(objectIds), (object) =>
        object.isLocked === isLocked ? object : { ...object, isLocked },
      ),
    placeObjects: (objectIds, index) =>
      order('move', objectIds, (ids, moving) => placedAt(ids, moving, index)),
    shiftObjects: (objectIds, to) =>
      order(to, objectIds, (ids, moving) => shifted(ids, moving, to)),
    duplicateObjects(objectIds) {
      const originals = objectsWith(objectIds);
      const all = shownObjects(...now(context));
      const copies = copiesOf(originals, all);
      const changes = (photoId: string) => additions(photoId, originals, copies, all);
      if (commit(stepName('duplicate', originals), changes)) {
        view.setState(selectionOf(copies.map(({ id }) => id)));
      }
    },
    deleteObjects(objectIds) {
      const objects = unlocked(context, objectsWith(objectIds));
      if (!commit(stepName('delete', objects), (photoId) => removal(context, photoId, objects)))
        return;
      view.setState(selectionOf(selectedObjects(...now(context)).map(({ id }) => id)));
    },
  };
}

/** Each copy right above its original. */
function additions(
  photoId: string,
  originals: readonly MaskObject[],
  copies: readonly MaskObject[],
  all: readonly MaskObject[],
): readonly Change[] {
  return copies.map((object, i) => {
    const original = originals[i];
    // Each copy before it has moved what comes after by one.
    const index = (original ? all.indexOf(original) : all.length) + 1 + i;
    return { kind: 'add-object', photoId, object, index };
  });
}

/** The highest index first, so the others' still hold. */
function removal(
  context: Context,
  photoId: string,
  objects: readonly MaskObject[],
): readonly Change[] {
  const refined = refinedId(...now(context));
  const ends = objects.some(({ id }) => id === refined);
  const all = shownObjects(...now(context));
  const end = { kind: 'set-refined', photoId, before: refined, after: null } as const;
  return [
    ...(ends ? [end] : []),
    ...objects.toReversed().map((object) => {
      return { kind: 'remove-object', photoId, object, index: all.indexOf(object) } as const;
    }),
  ];
}

type ObjectStep =
  | 'rename'
  | 'note'
  | 'hide'
  | 'show'
  | 'lock'
  | 'unlock'
  | 'move'
  | 'duplicate'
  | 'delete'
  | Place;

function stepName(step: ObjectStep, objects: readonly MaskObject[]): string {
  return t(`steps.objects.${step}`, { what: objectWords(objects) });
}

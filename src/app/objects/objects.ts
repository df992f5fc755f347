import type { Change } from '../../document/change.ts';
import type { ObjectAttribute } from '../../document/classes.ts';
import type { MaskObject } from '../../document/types.ts';
import type { Context } from '../context.ts';
import { refinedId } from '../prompts/refining.ts';
import { objectWords, unlocked } from './locked.ts';
import { copiesOf, objectChanges, withAttribute } from './object-edits.ts';
import { type Place, placedAt, shifted } from './ordering.ts';
import { selectedObjects, selectionOf, shownObjects } from './selection.ts';

/** Of the shown photo's objects. Each is one undo step; locked objects stay as they are, and it is said. */
export interface ObjectVerbs {
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

export function createObjects(context: Context): ObjectVerbs {
  const { document, view } = context;

  function commit(name: string, changesFor: (photoId: string) => readonly Change[]): boolean {
    const photoId = view.getState().photo?.id;
    const changes = photoId ? changesFor(photoId) : [];
    if (!photoId || changes.length === 0) return false;
    document.commit({ name, photoId, changes });
    return true;
  }

  function objectsWith(objectIds: readonly string[]): readonly MaskObject[] {
    return shownObjects(context).filter(({ id }) => objectIds.includes(id));
  }

  function change(
    verb: string,
    objects: readonly MaskObject[],
    edit: (object: MaskObject) => MaskObject,
  ): void {
    commit(`${verb} ${objectWords(objects)}`, (photoId) => objectChanges(photoId, objects, edit));
  }

  function order(
    verb: string,
    objectIds: readonly string[],
    orderOf: (ids: readonly string[], moving: readonly string[]) => readonly string[],
  ): void {
    const moving = unlocked(context, objectsWith(objectIds));
    const before = shownObjects(context).map(({ id }) => id);
    const after = orderOf(
      before,
      moving.map(({ id }) => id),
    );
    if (moving.length === 0 || after.every((id, i) => id === before[i])) return;
    commit(`${verb} ${objectWords(moving)}`, (photoId) => [
      { kind: 'order-objects', photoId, before, after },
    ]);
  }

  /** The highest index first, so that the others' still hold. */
  function removal(photoId: string, objects: readonly MaskObject[]): readonly Change[] {
    const refined = refinedId(context);
    const ends = objects.some(({ id }) => id === refined);
    const all = shownObjects(context);
    const end = { kind: 'set-refined', photoId, before: refined, after: null } as const;
    return [
      ...(ends ? [end] : []),
      ...objects.toReversed().map((object) => {
        return { kind: 'remove-object', photoId, object, index: all.indexOf(object) } as const;
      }),
    ];
  }

  return {
    renameObject(objectId, untrimmed) {
      const name = untrimmed.trim();
      const objects = unlocked(context, objectsWith([objectId]));
      if (name === '' || objects[0]?.name === name) return;
      change('rename', objects, (object) => ({ ...object, name }));
    },
    setNote: (objectId, note) =>
      change('note on', unlocked(context, objectsWith([objectId])), (object) =>
        object.note === note ? object : { ...object, note },
      ),
    setObjectAttribute: (objectId, name, value) =>
      change(`${name} of`, unlocked(context, objectsWith([objectId])), (object) =>
        withAttribute(object, name, value),
      ),
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
      order(SHIFT_WORDS[to], objectIds, (ids, moving) => shifted(ids, moving, to)),
    duplicateObjects(objectIds) {
      const originals = objectsWith(objectIds);
      const all = shownObjects(context);
      const copies = copiesOf(originals, all);
      const changes = (photoId: string) =>
        copies.map((object, i): Change => {
          const original = originals[i];
          // Each copy before it has moved what comes after by one.
          const index = (original ? all.indexOf(original) : all.length) + 1 + i;
          return { kind: 'add-object', photoId, object, index };
        });
      if (commit(`duplicate ${objectWords(originals)}`, changes)) {
        view.setState(selectionOf(copies.map(({ id }) => id)));
      }
    },
    deleteObjects(objectIds) {
      const objects = unlocked(context, objectsWith(objectIds));
      if (!commit(`delete ${objectWords(objects)}`, (photoId) => removal(photoId, objects))) return;
      view.setState(selectionOf(selectedObjects(context).map(({ id }) => id)));
    },
  };
}

const SHIFT_WORDS: Readonly<Record<Place, string>> = {
  front: 'bring to front',
  forward: 'bring forward',
  backward: 'send backward',
  back: 'send to back',
};

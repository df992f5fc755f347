import type { Prompt } from '../prompt/prompt.ts';
import type { DocumentState, MaskObject, PhotoEntry } from './types.ts';

/**
 * One reversible step of the document. Each kind carries what both directions need, so a change
 * can be turned round (`invert`) without looking at the state. Pure.
 */
export type Change =
  | { readonly kind: 'add-photo'; readonly photo: PhotoEntry; readonly index: number }
  | { readonly kind: 'remove-photo'; readonly photo: PhotoEntry; readonly index: number }
  | {
      readonly kind: 'set-prompt';
      readonly photoId: string;
      readonly before: Prompt;
      readonly after: Prompt;
    }
  | SetObject
  | ObjectChange<'add-object'>
  | ObjectChange<'remove-object'>;

/** The same object, edited: both have the same id. */
interface SetObject {
  readonly kind: 'set-object';
  readonly photoId: string;
  readonly before: MaskObject;
  readonly after: MaskObject;
}

interface ObjectChange<Kind extends string> {
  readonly kind: Kind;
  readonly photoId: string;
  readonly object: MaskObject;
  readonly index: number;
}

export function invert(change: Change): Change {
  switch (change.kind) {
    case 'add-photo':
      return { ...change, kind: 'remove-photo' };
    case 'remove-photo':
      return { ...change, kind: 'add-photo' };
    case 'set-prompt':
      return { ...change, before: change.after, after: change.before };
    case 'set-object':
      return { ...change, before: change.after, after: change.before };
    case 'add-object':
      return { ...change, kind: 'remove-object' };
    case 'remove-object':
      return { ...change, kind: 'add-object' };
  }
}

export function apply(state: DocumentState, change: Change): DocumentState {
  switch (change.kind) {
    case 'add-photo':
      return { ...state, photos: insert(state.photos, change.index, change.photo) };
    case 'remove-photo':
      return { ...state, photos: remove(state.photos, change.index) };
    case 'set-prompt':
      return { ...state, prompts: { ...state.prompts, [change.photoId]: change.after } };
    case 'set-object':
      return withObjects(state, change.photoId, (all) =>
        all.map((object) => (object.id === change.after.id ? change.after : object)),
      );
    case 'add-object':
      return withObjects(state, change.photoId, (all) => insert(all, change.index, change.object));
    case 'remove-object':
      return withObjects(state, change.photoId, (all) => remove(all, change.index));
  }
}

function withObjects(
  state: DocumentState,
  photoId: string,
  edit: (objects: readonly MaskObject[]) => readonly MaskObject[],
): DocumentState {
  return {
    ...state,
    objects: { ...state.objects, [photoId]: edit(state.objects[photoId] ?? []) },
  };
}

function insert<T>(list: readonly T[], index: number, item: T): readonly T[] {
  return [...list.slice(0, index), item, ...list.slice(index)];
}

function remove<T>(list: readonly T[], index: number): readonly T[] {
  return [...list.slice(0, index), ...list.slice(index + 1)];
}

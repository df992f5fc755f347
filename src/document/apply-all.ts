import { apply, type Change } from './change.ts';
import type { DocumentState, MaskObject } from './types.ts';

type ListChange = Extract<Change, { kind: 'add-object' | 'remove-object' }>;
type PhotoChange = Extract<Change, { kind: 'set-photo' }>;

/**
 * As `apply`, one after the other. Objects that come or go, and photos that change, one after the other, as an
 * import has by the thousand, are one walk. Pure.
 */
export function applyAll(state: DocumentState, changes: readonly Change[]): DocumentState {
  let now = state;
  for (let at = 0; at < changes.length; ) {
    const lists = runFrom(changes, at, isListChange);
    const photos = runFrom(changes, at, isPhotoChange);
    const [one] = changes.slice(at, at + 1);
    if (lists.length > 0) now = withLists(now, lists);
    else if (photos.length > 0) now = withPhotos(now, photos);
    else if (one) now = apply(now, one);
    at += Math.max(1, lists.length, photos.length);
  }
  return now;
}

function isListChange(change: Change): change is ListChange {
  return change.kind === 'add-object' || change.kind === 'remove-object';
}

function isPhotoChange(change: Change): change is PhotoChange {
  return change.kind === 'set-photo';
}

function runFrom<C extends Change>(
  changes: readonly Change[],
  from: number,
  is: (change: Change) => change is C,
): readonly C[] {
  const run: C[] = [];
  for (let i = from; i < changes.length; i++) {
    const change = changes[i];
    if (!change || !is(change)) break;
    run.push(change);
  }
  return run;
}

function withLists(state: DocumentState, changes: readonly ListChange[]): DocumentState {
  const lists = new Map<string, MaskObject[]>();
  for (const { kind, photoId, object, index } of changes) {
    const list = lists.get(photoId) ?? [...(state.objects[photoId] ?? [])];
    lists.set(photoId, list);
    if (kind === 'add-object') list.splice(index, 0, object);
    else list.splice(index, 1);
  }
  return { ...state, objects: { ...state.objects, ...Object.fromEntries(lists) } };
}

function withPhotos(state: DocumentState, changes: readonly PhotoChange[]): DocumentState {
  const after = new Map(changes.map((change) => [change.photoId, change.after]));
  return { ...state, photos: state.photos.map((photo) => after.get(photo.id) ?? photo) };
}

import type { Adjustments } from '../adjust/adjustments.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { ObjectClass } from './classes.ts';
import type { Review } from './review.ts';
import type { DocumentState, MaskObject, PhotoEntry, Proposal } from './types.ts';

/**
 * One reversible step of the document. Each kind carries what both directions need, so a change
 * can be turned round (`invert`) without looking at the state. Pure.
 */
export type Change =
  | { readonly kind: 'add-photos'; readonly placed: readonly PlacedPhoto[] }
  /** What belongs to the photos stays, out of sight, for them to come back to. */
  | { readonly kind: 'remove-photos'; readonly placed: readonly PlacedPhoto[] }
  /** What the header promised about a photo gives way to what its pixels say. */
  | Setting<'set-photo', PhotoEntry>
  | Setting<'set-prompt', Prompt>
  /** Which object the prompt in hand will replace. */
  | Setting<'set-refined', string | null>
  | ObjectChange<'add-object'>
  | ObjectChange<'remove-object'>
  /** Anything about one object; both have the same id. */
  | Setting<'set-object', MaskObject>
  /** The photo's objects in another drawing order; both are all their ids. */
  | Setting<'order-objects', readonly string[]>
  | Setting<'set-tags', readonly string[]>
  | Setting<'set-proposals', readonly Proposal[]>
  | Setting<'set-done', boolean>
  | Setting<'set-review', Review | null>
  | Setting<'set-seconds', number>
  | Setting<'set-adjustments', Adjustments | null>
  | {
      readonly kind: 'set-shared-adjustments';
      readonly before: Adjustments | null;
      readonly after: Adjustments | null;
    }
  | {
      readonly kind: 'set-classes';
      readonly before: readonly ObjectClass[];
      readonly after: readonly ObjectClass[];
    };

/** A photo and its place in the list that has it; several are in the order of their places. */
export interface PlacedPhoto {
  readonly photo: PhotoEntry;
  readonly index: number;
}

/** One value of a photo gives way to another. */
interface Setting<Kind extends string, Value> {
  readonly kind: Kind;
  readonly photoId: string;
  readonly before: Value;
  readonly after: Value;
}

interface ObjectChange<Kind extends string> {
  readonly kind: Kind;
  readonly photoId: string;
  readonly object: MaskObject;
  readonly index: number;
}

export function invert(change: Change): Change {
  switch (change.kind) {
    case 'add-photos':
      return { ...change, kind: 'remove-photos' };
    case 'remove-photos':
      return { ...change, kind: 'add-photos' };
    case 'add-object':
      return { ...change, kind: 'remove-object' };
    case 'remove-object':
      return { ...change, kind: 'add-object' };
    case 'set-photo':
    case 'set-prompt':
    case 'set-refined':
    case 'set-object':
    case 'order-objects':
    case 'set-tags':
    case 'set-proposals':
    case 'set-done':
    case 'set-review':
    case 'set-seconds':
    case 'set-adjustments':
    case 'set-shared-adjustments':
    case 'set-classes':
      return swapped(change);
  }
}

function swapped<C extends { readonly before: unknown; readonly after: unknown }>(change: C): C {
  return { ...change, before: change.after, after: change.before };
}

export function apply(state: DocumentState, change: Change): DocumentState {
  switch (change.kind) {
    case 'add-photos':
      return { ...state, photos: withPhotos(state.photos, change.placed) };
    case 'remove-photos':
      return { ...state, photos: withoutPhotos(state.photos, change.placed) };
    case 'set-photo':
      return {
        ...state,
        photos: state.photos.map((photo) => (photo.id === change.photoId ? change.after : photo)),
      };
    case 'set-prompt':
      return { ...state, prompts: { ...state.prompts, [change.photoId]: change.after } };
    case 'add-object':
      return withObjects(state, change.photoId, (all) => insert(all, change.index, change.object));
    case 'remove-object':
      return withObjects(state, change.photoId, (all) => remove(all, change.index));
    case 'set-object':
      return withObjects(state, change.photoId, (all) =>
        all.map((object) => (object.id === change.after.id ? change.after : object)),
      );
    case 'order-objects':
      return withObjects(state, change.photoId, (all) => inOrder(all, change.after));
    case 'set-refined':
      return { ...state, refined: { ...state.refined, [change.photoId]: change.after } };
    case 'set-tags':
      return { ...state, tags: { ...state.tags, [change.photoId]: change.after } };
    case 'set-proposals':
      return { ...state, proposals: { ...state.proposals, [change.photoId]: change.after } };
    case 'set-done':
      return { ...state, done: { ...state.done, [change.photoId]: change.after } };
    case 'set-review':
      return { ...state, reviews: { ...state.reviews, [change.photoId]: change.after } };
    case 'set-seconds':
      return { ...state, seconds: { ...state.seconds, [change.photoId]: change.after } };
    case 'set-adjustments':
      return {
        ...state,
        adjustments: { ...state.adjustments, [change.photoId]: change.after },
      };
    case 'set-shared-adjustments':
      return { ...state, sharedAdjustments: change.after };
    case 'set-classes':
      return { ...state, classes: change.after };
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

/** One walk for thousands of photos. */
function withPhotos(
  photos: readonly PhotoEntry[],
  placed: readonly PlacedPhoto[],
): readonly PhotoEntry[] {
  const all: PhotoEntry[] = [];
  let taken = 0;
  for (const { photo, index } of placed) {
    const before = photos.slice(taken, taken + Math.max(0, index - all.length));
    taken += before.length;
    for (const one of before) all.push(one);
    all.push(photo);
  }
  return [...all, ...photos.slice(taken)];
}

function withoutPhotos(
  photos: readonly PhotoEntry[],
  placed: readonly PlacedPhoto[],
): readonly PhotoEntry[] {
  const gone = new Set(placed.map(({ photo }) => photo.id));
  return photos.filter(({ id }) => !gone.has(id));
}

function insert<T>(list: readonly T[], index: number, item: T): readonly T[] {
  return [...list.slice(0, index), item, ...list.slice(index)];
}

function remove<T>(list: readonly T[], index: number): readonly T[] {
  return [...list.slice(0, index), ...list.slice(index + 1)];
}

function inOrder(objects: readonly MaskObject[], ids: readonly string[]): readonly MaskObject[] {
  const byId = new Map(objects.map((object) => [object.id, object]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** One undo step: what the person did in one go, on the photo they did it on. */
export interface HistoryStep {
  readonly name: string;
  /** Null: it is about the whole project. */
  readonly photoId: string | null;
  readonly changes: readonly Change[];
}

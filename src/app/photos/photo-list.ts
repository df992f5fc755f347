import type { Change } from '../../document/change.ts';
import type { DocumentState, PhotoEntry } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { listedPhotos } from '../state/listed.ts';
import type { Listing } from '../state/listing.ts';
import { wantedPhotoId } from '../state/questions.ts';

/** What can be done with the photos of the project. */
export interface PhotoListVerbs {
  /** Narrows the filmstrip, or puts it in another order. */
  setListing(listing: Partial<Listing>): void;
  /** The next or previous photo of the listing; the ends don't wrap. */
  stepPhoto(step: 1 | -1): Promise<void>;
  /** Whether a step leads anywhere. */
  hasNeighbour(step: 1 | -1): boolean;
  setDone(photoIds: readonly string[], isDone: boolean): void;
  /** Says that nothing is left to do on the shown photo, and goes on to the next one that isn't done. */
  finishPhoto(): Promise<void>;
  /** One undo step; what was labelled on them comes back with them. */
  removePhotos(photoIds: readonly string[]): Promise<void>;
}

interface Stage {
  showPhoto(photoId: string): Promise<void>;
  showNone(): void;
}

export function createPhotoList(
  { document, view }: Context,
  { showPhoto, showNone }: Stage,
): PhotoListVerbs {
  const state = () => document.state.getState();
  const listed = () => listedPhotos(state(), view.getState());
  const shownId = () => view.getState().photo?.id;
  const wantedId = () => wantedPhotoId(view.getState());

  function setDone(photoIds: readonly string[], isDone: boolean): void {
    const { done, reviews } = state();
    const changed = photoIds.filter((id) => (done[id] ?? false) !== isDone);
    const [first] = changed;
    if (first === undefined) return;
    document.commit({
      name: t(isDone ? 'steps.photos.done' : 'steps.photos.notDone'),
      photoId: first,
      changes: changed.flatMap((photoId) => doneChanges(photoId, isDone, reviews[photoId])),
    });
  }

  /** The nearest photo of the listing that stays, the ones behind it first. */
  function neighbour(gone: ReadonlySet<string>): string | undefined {
    const all = listed();
    const at = all.findIndex(({ id }) => id === shownId());
    const stays = ({ id }: { readonly id: string }) => !gone.has(id);
    return (all.slice(at + 1).find(stays) ?? all.slice(0, Math.max(at, 0)).findLast(stays))?.id;
  }

  return {
    setListing(listing) {
      view.setState({ listing: { ...view.getState().listing, ...listing } });
    },
    hasNeighbour: (step) => beside(listed(), wantedId(), step) !== undefined,
    async stepPhoto(step) {
      const next = beside(listed(), wantedId(), step);
      if (next) await showPhoto(next.id);
    },
    setDone,
    async finishPhoto() {
      const id = shownId();
      if (id === undefined) return;
      // Before it is marked: a filter may then hide it.
      const all = listed();
      const at = all.findIndex((photo) => photo.id === id);
      setDone([id], true);
      const { done } = state();
      const next = [...all.slice(at + 1), ...all.slice(0, at)].find((photo) => !done[photo.id]);
      if (next) await showPhoto(next.id);
    },
    async removePhotos(photoIds) {
      const ids = new Set(photoIds);
      const placed = state().photos.flatMap((photo, index) =>
        ids.has(photo.id) ? [{ photo, index }] : [],
      );
      const [first] = placed;
      if (!first) return;
      const shown = shownId();
      const isShownGone = shown !== undefined && ids.has(shown);
      const next = isShownGone ? neighbour(ids) : undefined;
      document.commit({
        name: t('steps.photos.remove', { count: placed.length }),
        photoId: first.photo.id,
        changes: [{ kind: 'remove-photos', placed }],
      });
      if (next !== undefined) await showPhoto(next);
      else if (isShownGone) showNone();
    },
  };
}

/** A photo that the filter hides has no neighbours: then the first is next. */
function beside(
  all: readonly PhotoEntry[],
  wantedId: string | undefined,
  step: 1 | -1,
): PhotoEntry | undefined {
  const at = all.findIndex(({ id }) => id === wantedId);
  return at === -1 ? all[0] : all[at + step];
}

/** Whoever reviewed the photo has not seen what it is now. */
function doneChanges(
  photoId: string,
  isDone: boolean,
  review: DocumentState['reviews'][string] | undefined,
): readonly Change[] {
  const done = { kind: 'set-done', photoId, before: !isDone, after: isDone } as const;
  return review ? [done, { kind: 'set-review', photoId, before: review, after: null }] : [done];
}

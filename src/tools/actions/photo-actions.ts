import { type Listing, listedPhotos } from '../../app/photos/listing.ts';
import type { PhotoEntry } from '../../document/types.ts';
import type { Action, ActionSet, Hands } from './action.ts';
import { noPhoto } from './reasons.ts';

export const photoActions = {
  openPhotos: {
    title: 'Open photos',
    keys: ['Mod+O'],
    mouse: 'drop, Ctrl+V',
    touch: 'Open',
    run: ({ shell }) => shell.openPicker(),
  },
  openFolder: {
    title: 'Open a folder of photos',
    mouse: 'filmstrip, drop',
    touch: 'filmstrip',
    run: ({ annotator }) => void annotator.openFolder(),
  },
  samples: {
    title: 'Open a sample photo',
    mouse: 'Samples',
    touch: 'Samples',
    run: ({ shell }) => shell.showSamples(),
  },
  previousPhoto: {
    title: 'Previous photo',
    keys: ['A'],
    mouse: 'filmstrip',
    touch: 'filmstrip',
    whyNot: (hands) => noNeighbour(hands, -1),
    run: ({ annotator }) => void annotator.stepPhoto(-1),
  },
  nextPhoto: {
    title: 'Next photo',
    keys: ['D'],
    mouse: 'filmstrip',
    touch: 'filmstrip',
    whyNot: (hands) => noNeighbour(hands, 1),
    run: ({ annotator }) => void annotator.stepPhoto(1),
  },
  finishPhoto: {
    title: 'Photo done, on to the next',
    keys: ['Mod+Enter'],
    mouse: 'Photo panel',
    touch: 'Photo panel',
    whyNot: noPhoto,
    run: ({ annotator }) => void annotator.finishPhoto(),
  },
  photoDone: {
    title: 'Photo is done',
    mouse: 'Photo panel',
    touch: 'Photo panel',
    whyNot: noPhoto,
    isOn: isShownDone,
    run(hands) {
      hands.annotator.setDone(shownIds(hands), !isShownDone(hands));
    },
  },
  removePhoto: {
    title: 'Remove the photo',
    mouse: 'Photo panel',
    touch: 'Photo panel',
    whyNot: noPhoto,
    run: (hands) => void hands.annotator.removePhotos(shownIds(hands)),
  },
  copyFromPrevious: {
    title: 'Objects of the photo before',
    keys: ['Shift+V'],
    mouse: 'Objects panel',
    touch: 'Objects panel',
    whyNot: (hands) => noNeighbour(hands, -1),
    run: ({ annotator }) => void annotator.copyFromPrevious(),
  },
  stopCopying: {
    title: 'Stop copying objects',
    whyNot: ({ annotator }) =>
      annotator.view.getState().copying === null ? 'None are being copied' : null,
    run: ({ annotator }) => annotator.cancelCopying(),
  },
  listAll: stage(null, 'List all photos'),
  listUntouched: stage('untouched', 'List photos that are untouched'),
  listInWork: stage('in-work', 'List photos that are in work'),
  listDone: stage('done', 'List photos that are done'),
  sortAdded: sort('added', 'Sort photos as they were added'),
  sortName: sort('name', 'Sort photos by name'),
  sortObjects: sort('objects', 'Sort photos by their objects'),
  sortStage: sort('stage', 'Sort photos by how far they are'),
  stopOpening: {
    title: 'Stop opening photos',
    whyNot: ({ annotator }) =>
      annotator.view.getState().opening === null ? 'None is being opened' : null,
    run: ({ annotator }) => annotator.cancelOpening(),
  },
  tagPhoto: {
    title: 'Tag the photo',
    mouse: 'Photo panel',
    touch: 'Photo panel',
    whyNot: noPhoto,
    run: ({ shell }) => shell.goTo('tags'),
  },
} as const satisfies ActionSet;

/** What can be done with a photo of the filmstrip, whether it is the one on the stage or not. */
export function aboutPhoto(photo: PhotoEntry) {
  const { id } = photo;
  const isDone = ({ annotator }: Hands) => annotator.document.getState().done[id] ?? false;
  return {
    show: goToPhoto(photo),
    done: {
      title: 'Photo is done',
      isOn: isDone,
      run: (hands: Hands) => hands.annotator.setDone([id], !isDone(hands)),
    },
    remove: {
      title: 'Remove from the project',
      run: ({ annotator }: Hands) => void annotator.removePhotos([id]),
    },
  } as const satisfies ActionSet;
}

export function goToPhoto({ id, name }: PhotoEntry): Action {
  return {
    title: `Go to photo ${name}`,
    isOn: ({ annotator }) => annotator.view.getState().photo?.id === id,
    run: ({ annotator }) => void annotator.showPhoto(id),
  };
}

function shownIds({ annotator }: Hands): readonly string[] {
  const { photo } = annotator.view.getState();
  return photo ? [photo.id] : [];
}

function isShownDone(hands: Hands): boolean {
  const { done } = hands.annotator.document.getState();
  return shownIds(hands).some((id) => done[id]);
}

/** The ends of the listing don't wrap; beside it, its first photo is next. */
function noNeighbour(hands: Hands, step: 1 | -1): string | null {
  if (noPhoto(hands)) return noPhoto(hands);
  const { document, view } = hands.annotator;
  const listed = listedPhotos(document.getState(), view.getState().listing);
  const at = listed.findIndex(({ id }) => shownIds(hands).includes(id));
  if (at === -1 ? listed[0] : listed[at + step]) return null;
  return step === 1 ? 'This is the last photo' : 'This is the first photo';
}

function stage(choice: Listing['stage'], title: string): Action {
  return listing(title, ({ stage }) => stage === choice, { stage: choice });
}

function sort(choice: Listing['sort'], title: string): Action {
  return listing(title, ({ sort }) => sort === choice, { sort: choice });
}

function listing(
  title: string,
  isOn: (listing: Listing) => boolean,
  change: Partial<Listing>,
): Action {
  return {
    title,
    mouse: 'filmstrip',
    touch: 'filmstrip',
    whyNot: noPhoto,
    isOn: ({ annotator }) => isOn(annotator.view.getState().listing),
    run: ({ annotator }) => annotator.setListing(change),
  };
}

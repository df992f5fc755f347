import type { Listing } from '../../app/state/listing.ts';
import { t } from '../../words/words.ts';
import type { Hands } from './action.ts';
import { actionSet, type Untitled } from './action-set.ts';
import { noPhoto } from './reasons.ts';

export const photoActions = actionSet('photos', {
  openPhotos: {
    keys: ['Mod+O'],
    mouse: 'dropOrPaste',
    touch: 'open',
    run: ({ shell }) => shell.openPicker(),
  },
  openFolder: {
    mouse: 'filmstripOrDrop',
    touch: 'filmstrip',
    run: ({ annotator }) => void annotator.openFolder(),
  },
  samples: {
    mouse: 'samples',
    touch: 'samples',
    run: ({ shell }) => shell.show('samples'),
  },
  previousPhoto: {
    keys: ['A'],
    mouse: 'filmstrip',
    touch: 'filmstrip',
    whyNot: (hands) => noNeighbour(hands, -1),
    run: ({ annotator }) => void annotator.stepPhoto(-1),
  },
  nextPhoto: {
    keys: ['D'],
    mouse: 'filmstrip',
    touch: 'filmstrip',
    whyNot: (hands) => noNeighbour(hands, 1),
    run: ({ annotator }) => void annotator.stepPhoto(1),
  },
  finishPhoto: {
    keys: ['Mod+Enter'],
    mouse: 'photoPanel',
    touch: 'photoPanel',
    whyNot: noPhoto,
    run: ({ annotator }) => void annotator.finishPhoto(),
  },
  photoDone: {
    mouse: 'photoPanel',
    touch: 'photoPanel',
    whyNot: noPhoto,
    isOn: isShownDone,
    run(hands) {
      hands.annotator.setDone(shownIds(hands), !isShownDone(hands));
    },
  },
  removePhoto: {
    mouse: 'photoPanel',
    touch: 'photoPanel',
    whyNot: noPhoto,
    run: (hands) => void hands.annotator.removePhotos(shownIds(hands)),
  },
  copyFromPrevious: {
    keys: ['Shift+V'],
    mouse: 'objectsPanel',
    touch: 'objectsPanel',
    whyNot: (hands) => noNeighbour(hands, -1),
    run: ({ annotator }) => void annotator.copyFromPrevious(),
  },
  followOnward: {
    mouse: 'objectsPanel',
    touch: 'objectsPanel',
    whyNot: (hands) => noNeighbour(hands, 1),
    run: ({ annotator }) => void annotator.followOnward(),
  },
  stopCopying: {
    whyNot: ({ annotator }) =>
      annotator.view.getState().copyingFromPrevious === null ? t('reasons.notCopying') : null,
    run: ({ annotator }) => annotator.cancelCopyFromPrevious(),
  },
  listAll: stage(null),
  listUntouched: stage('untouched'),
  listInWork: stage('in-work'),
  listDone: stage('done'),
  sortAdded: sort('added'),
  sortName: sort('name'),
  sortObjects: sort('objects'),
  sortStage: sort('stage'),
  stopOpening: {
    whyNot: ({ annotator }) =>
      annotator.view.getState().opening === null ? t('reasons.notOpening') : null,
    run: ({ annotator }) => annotator.cancelOpening(),
  },
  tagPhoto: {
    mouse: 'photoPanel',
    touch: 'photoPanel',
    whyNot: noPhoto,
    run: ({ shell }) => shell.goTo('tags'),
  },
});

function shownIds({ annotator }: Hands): readonly string[] {
  const { photo } = annotator.view.getState();
  return photo ? [photo.id] : [];
}

function isShownDone(hands: Hands): boolean {
  const { done } = hands.annotator.document.getState();
  return shownIds(hands).some((id) => done[id]);
}

function noNeighbour(hands: Hands, step: 1 | -1): string | null {
  if (noPhoto(hands)) return noPhoto(hands);
  if (hands.annotator.hasNeighbour(step)) return null;
  return step === 1 ? t('reasons.lastPhoto') : t('reasons.firstPhoto');
}

function stage(choice: Listing['stage']): Untitled {
  return listing(({ stage }) => stage === choice, { stage: choice });
}

function sort(choice: Listing['sort']): Untitled {
  return listing(({ sort }) => sort === choice, { sort: choice });
}

function listing(isOn: (listing: Listing) => boolean, change: Partial<Listing>): Untitled {
  return {
    mouse: 'filmstrip',
    touch: 'filmstrip',
    whyNot: noPhoto,
    isOn: ({ annotator }) => isOn(annotator.view.getState().listing),
    run: ({ annotator }) => annotator.setListing(change),
  };
}

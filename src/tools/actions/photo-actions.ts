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
    run: (hands) => showNeighbour(hands, -1),
  },
  nextPhoto: {
    title: 'Next photo',
    keys: ['D'],
    mouse: 'filmstrip',
    touch: 'filmstrip',
    whyNot: (hands) => noNeighbour(hands, 1),
    run: (hands) => showNeighbour(hands, 1),
  },
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

export function goToPhoto({ id, name }: PhotoEntry): Action {
  return {
    title: `Go to photo ${name}`,
    isOn: ({ annotator }) => annotator.view.getState().photo?.id === id,
    run: ({ annotator }) => void annotator.showPhoto(id),
  };
}

/** The ends don't wrap. */
function neighbour({ annotator }: Hands, step: 1 | -1): PhotoEntry | undefined {
  const { photos } = annotator.document.getState();
  const shownId = annotator.view.getState().photo?.id;
  const at = photos.findIndex(({ id }) => id === shownId);
  return at === -1 ? undefined : photos[at + step];
}

function noNeighbour(hands: Hands, step: 1 | -1): string | null {
  if (noPhoto(hands)) return noPhoto(hands);
  if (neighbour(hands, step)) return null;
  return step === 1 ? 'This is the last photo' : 'This is the first photo';
}

function showNeighbour(hands: Hands, step: 1 | -1): void {
  const photo = neighbour(hands, step);
  if (photo) void hands.annotator.showPhoto(photo.id);
}

import type { Context } from '../state/context.ts';
import type { Thumbnails } from '../state/thumbnails.ts';
import type { ChosenPhoto } from './chosen.ts';
import { createOpening, type OpeningVerbs } from './opening.ts';
import { createPhotoList, type PhotoListVerbs } from './photo-list.ts';
import type { Showing, ShowingVerbs } from './showing.ts';
import { keepTime } from './time-keeping.ts';

/** The project's photos: opening, showing, and what is said of them. */
export interface PhotoVerbs extends OpeningVerbs, ShowingVerbs, PhotoListVerbs {
  readonly thumbnails: Thumbnails;
}

interface Photos {
  readonly verbs: PhotoVerbs;
  /** As `openPhotos`; the photos' ids in the order of the files, null for what could not be opened. */
  takePhotos(chosen: readonly ChosenPhoto[], folder?: string): Promise<(string | null)[]>;
}

export function createPhotos(
  context: Context,
  showing: Showing,
  beginProject: (name: string) => Promise<boolean>,
): Photos {
  const { takePhotos, ...opening } = createOpening(context, showing, beginProject);
  const { showPhoto } = showing;
  keepTime(context);
  return {
    takePhotos,
    verbs: {
      ...opening,
      ...createPhotoList(context, showing),
      showPhoto,
      thumbnails: context.thumbnails,
    },
  };
}

import type { Annotator } from '../app/annotator.ts';

/** Shows the photo before or after the one on the stage; the ends don't wrap. */
export async function stepPhoto(annotator: Annotator, step: 1 | -1): Promise<void> {
  const { photos } = annotator.document.getState();
  const shownId = annotator.view.getState().photo?.id;
  const next = photos[photos.findIndex(({ id }) => id === shownId) + step];
  if (next) await annotator.showPhoto(next.id);
}

import type { ImageBox } from '../../geometry/spaces.ts';
import { frameBox } from '../../geometry/viewport.ts';
import { unionBox } from '../../mask/boundary.ts';
import { maskBox } from '../../mask/measure.ts';
import { selectionOf } from '../objects/selection.ts';
import type { Context } from '../state/context.ts';
import { wantedPhotoId } from '../state/questions.ts';
import type { Row } from './truth-state.ts';

export interface TruthStage {
  showPhoto(photoId: string): Promise<void>;
}

/** Opens the row's photo, closer at what the row is about; both outlines are drawn there. */
export async function goToRow(
  { view }: Pick<Context, 'view'>,
  { showPhoto }: TruthStage,
  row: Row,
): Promise<void> {
  const { photoId, ours, truth } = row;
  // The project's own are on the stage anyway.
  const isSeen = ours?.object && !ours.object.isHidden;
  const mine = isSeen ? null : (ours?.mask ?? null);
  const heldAgainst = { photoId, truth: truth?.mask ?? null, ours: mine };
  view.setState({ heldAgainst });
  const isThere = view.getState().photo?.id === photoId;
  if (!isThere || wantedPhotoId(view.getState()) !== photoId) await showPhoto(photoId);
  // Another one may have been asked for since, or the photo can't be read.
  if (view.getState().heldAgainst !== heldAgainst || view.getState().photo?.id !== photoId) return;
  view.setState(selectionOf(ours?.object ? [ours.object.id] : []));
  const box = boxOf(row);
  if (box) view.setState(({ viewport }) => ({ viewport: frameBox(viewport, box) }));
}

function boxOf({ ours, truth }: Row): ImageBox | null {
  const [mine, other] = [ours, truth].map((held) => held && maskBox(held.mask));
  return mine && other ? unionBox(mine, other) : (mine ?? other ?? null);
}

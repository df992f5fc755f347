import type { ImagePoint, ScreenPoint, Size } from '../../geometry/spaces.ts';
import { fitViewport, toImage, toScreen, type Viewport } from '../../geometry/viewport.ts';
import { closeLevels } from '../../photo/levels.ts';
import type { DecodedPhoto } from '../../photo/protocol.ts';
import { isClearPhoto } from '../../report/clarity.ts';
import type { Decoding } from '../prompts/decoding.ts';
import type { Context } from '../state/context.ts';
import { NO_DRAFT } from '../state/editing.ts';
import { type Measured, NO_PREVIEW, type ShownPhoto } from '../state/view.ts';
import { correctSize } from './correct-size.ts';

/** What lies on the stage. */
export interface PhotoStage {
  /** Takes the photo over; resolves once it is encoded. */
  show(photo: DecodedPhoto): Promise<void>;
  clear(): void;
}

export function createPhotoStage(
  { document, view, thumbnails }: Context,
  decoding: Decoding,
): PhotoStage {
  function putOnStage(photo: ShownPhoto | null, measured: Measured | null, size: Size): void {
    const { photo: before, viewport: left, pointer } = view.getState();
    const viewport = fitViewport(left.stage, size);
    view.setState({
      photo,
      measured,
      unreadable: null,
      viewport,
      embedded: false,
      live: null,
      compared: null,
      ...NO_PREVIEW,
      draftBox: null,
      adjusting: null,
      ...NO_DRAFT,
      justKeptId: null,
      pointedProposalId: null,
      // It stays where it is on the stage, and so lies on another point of another photo.
      pointer: photo && pointer && pointOn(viewport, toScreen(left, pointer)),
      selectedObjectId: null,
      selectedObjectIds: [],
    });
    if (before) closeLevels(before.levels);
  }

  function show(photo: DecodedPhoto): Promise<void> {
    const { id, size, levels, maps, modelImage, thumbnail } = photo;
    correctSize(document, id, size);
    thumbnails.take(id, thumbnail);
    putOnStage({ id, levels }, { maps, report: thumbnail.report }, size);
    const isClear = isClearPhoto(thumbnail.report);
    return decoding.encode({ photoId: id, photoSize: size, image: modelImage, isClear });
  }

  return { show, clear: () => putOnStage(null, null, view.getState().viewport.image) };
}

/** Null outside the photo. */
function pointOn(viewport: Viewport, at: ScreenPoint): ImagePoint | null {
  const point = toImage(viewport, at);
  const { width, height } = viewport.image;
  return point.x >= 0 && point.y >= 0 && point.x < width && point.y < height ? point : null;
}

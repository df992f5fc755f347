import type { PhotoEntry } from '../../document/types.ts';
import { describePhotoProblem } from '../../photo/describe.ts';
import { closePhoto } from '../../photo/levels.ts';
import type { DecodedPhoto, PhotoProblem } from '../../photo/protocol.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { photoEntry } from '../state/questions.ts';

/** How photos of the project become pixels again. */
interface Reading {
  /**
   * A bad one is named to the person, or to whoever asks for it, and changes nothing; one whose file is not at hand becomes the
   * view's `unreadable`. Null in both cases.
   */
  read(
    signal: AbortSignal,
    photoId: string,
    refuse?: (name: string, problem: PhotoProblem) => void,
  ): Promise<DecodedPhoto | null>;
}

export function createReading({ document, view, photos, files }: Context): Reading {
  const say = (name: string, problem: PhotoProblem) =>
    notify(view, 'error', `${name}: ${describePhotoProblem(problem)}`);

  async function read(
    signal: AbortSignal,
    photoId: string,
    refuse = say,
  ): Promise<DecodedPhoto | null> {
    const entry = photoEntry(document.state.getState(), photoId);
    const file = await files.open(photoId).catch(() => null);
    if (!entry) return null;
    if (!file) return lack(entry);
    const result = await photos.load(file, signal);
    if (result.ok) return asKnown(entry, result.photo);
    if (result.problem.kind === 'inaccessible') return lack(entry);
    refuse(entry.name, result.problem);
    return null;
  }

  async function lack({ id, name }: PhotoEntry): Promise<null> {
    const lockedName = await files.lockedName(id).catch(() => null);
    view.setState({ unreadable: { id, name, lockedName } });
    return null;
  }

  /** Its labels belong to a photo that the file may not be any more. */
  function asKnown({ id, name, size }: PhotoEntry, photo: DecodedPhoto): DecodedPhoto | null {
    if (photo.id === id) return photo;
    const isAlike = photo.size.width === size.width && photo.size.height === size.height;
    notify(
      view,
      isAlike ? 'warning' : 'error',
      t(isAlike ? 'photos.changed' : 'photos.replaced', { name }),
    );
    if (isAlike) return { ...photo, id };
    closePhoto(photo);
    return null;
  }

  return { read };
}

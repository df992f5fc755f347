import type { PhotoEntry } from '../document/types.ts';
import { fitViewport } from '../geometry/viewport.ts';
import { describePhotoProblem } from '../photo/problems.ts';
import type { DecodedPhoto } from '../photo/protocol.ts';
import { loadSamples } from '../photo/samples.ts';
import type { Annotator } from './annotator.ts';
import type { Context } from './context.ts';
import type { Decoding } from './decoding.ts';
import { NO_DRAFT } from './editing-verbs.ts';
import { nextTask } from './next-task.ts';
import { notify } from './notices.ts';
import { NO_PREVIEW } from './view.ts';

interface PhotoVerbs
  extends Pick<Annotator, 'openFiles' | 'openSample' | 'showPhoto' | 'cancelOpening'> {
  /** As `openFiles`; the photos' ids in the order of the files, null for what could not be opened. */
  takePhotos(files: readonly File[]): Promise<(string | null)[]>;
}

interface Opened {
  /** Null for what could not be opened. */
  readonly ids: (string | null)[];
  /** Resolves once the shown one is encoded; null when none is. */
  readonly shown: Promise<void> | null;
}

export function createPhotos(context: Context, decoding: Decoding): PhotoVerbs {
  const { document, view, photos } = context;
  let newest = new AbortController();

  /** Reads one file; a bad one is named to the person and changes nothing. */
  async function read(signal: AbortSignal, file: Blob, name: string): Promise<DecodedPhoto | null> {
    const result = await photos.load(file, signal);
    if (result.ok) return result.photo;
    notify(view, 'error', `${name}: ${describePhotoProblem(result.problem)}`);
    return null;
  }

  function remember(photo: DecodedPhoto, file: Blob, name: string): void {
    const known = document.state.getState().photos;
    if (known.some(({ id }) => id === photo.id)) {
      photo.thumbnail.close();
      return;
    }
    const { id, size, format, thumbnail } = photo;
    const entry: PhotoEntry = { id, name, size, format, file, thumbnail };
    document.applyUnrecorded({ kind: 'add-photo', photo: entry, index: known.length });
  }

  function show(photo: DecodedPhoto): Promise<void> {
    const { photo: before, viewport } = view.getState();
    view.setState({
      photo: { id: photo.id, levels: photo.levels },
      viewport: fitViewport(viewport.stage, photo.size),
      embedded: false,
      live: null,
      compared: null,
      ...NO_PREVIEW,
      draftBox: null,
      ...NO_DRAFT,
      pointer: null,
      pointedProposalId: null,
      selectedObjectId: null,
      selectedObjectIds: [],
    });
    if (before) closeTiles(before);
    return decoding.encode({ photoId: photo.id, photoSize: photo.size, image: photo.modelImage });
  }

  /**
   * Opens files one after the other: the first good one is shown at once, the rest wait in the
   * filmstrip. What the person opens meanwhile is shown instead, and all files are still taken.
   */
  async function open(files: readonly { file: Blob; name: string }[]): Promise<Opened> {
    const ids: (string | null)[] = [];
    const turn = new AbortController();
    newest = turn;
    let shown: Promise<void> | null = null;
    for (const { file, name } of files) {
      if (turn === newest) view.setState({ opening: name });
      const photo = await read(turn.signal, file, name).catch(() => null);
      if (turn.signal.aborted) break;
      ids.push(photo?.id ?? null);
      if (!photo) continue;
      remember(photo, file, name);
      // The filmstrip's layout and the photo's first painting are each a short task, not one long one.
      await nextTask();
      if (shown || turn !== newest) closeTiles(photo);
      else shown = show(photo);
    }
    if (turn === newest) view.setState({ opening: null });
    return { ids, shown };
  }

  async function openAndShow(files: readonly { file: Blob; name: string }[]): Promise<void> {
    await (await open(files)).shown;
  }

  return {
    cancelOpening: () => newest.abort(),
    openFiles: (files) => openAndShow(files.map((file) => ({ file, name: file.name }))),
    async takePhotos(files) {
      if (files.length === 0) return [];
      return (await open(files.map((file) => ({ file, name: file.name })))).ids;
    },
    async openSample(sampleId) {
      const sample = (await loadSamples()).find(({ id }) => id === sampleId);
      if (!sample) return notify(view, 'error', `There is no sample photo called “${sampleId}”.`);
      const response = await fetch(sample.url);
      if (!response.ok)
        return notify(view, 'error', `${sample.title}: the sample file is missing.`);
      await openAndShow([{ file: await response.blob(), name: sample.title }]);
    },
    async showPhoto(photoId) {
      if (view.getState().photo?.id === photoId) return;
      const entry = document.state.getState().photos.find(({ id }) => id === photoId);
      if (entry) await openAndShow([entry]);
    },
  };
}

function closeTiles({ levels }: Pick<DecodedPhoto, 'levels'>): void {
  for (const level of levels) for (const tile of level.tiles) tile.bitmap.close();
}

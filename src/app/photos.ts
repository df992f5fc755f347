import type { PhotoEntry } from '../document/types.ts';
import type { ImagePoint, ScreenPoint, Size } from '../geometry/spaces.ts';
import { fitViewport, toImage, toScreen, type Viewport } from '../geometry/viewport.ts';
import { describePhotoProblem } from '../photo/problems.ts';
import type { DecodedPhoto, PhotoFacts, PhotoProblem } from '../photo/protocol.ts';
import { loadSamples } from '../photo/samples.ts';
import type { Annotator } from './annotator.ts';
import {
  type ChosenPhoto,
  folderAmong,
  type PickedFile,
  photosAmong,
  pickFolder,
} from './chosen.ts';
import type { Context } from './context.ts';
import type { Decoding } from './decoding.ts';
import { NO_DRAFT } from './editing-verbs.ts';
import { nextTask } from './next-task.ts';
import { notify } from './notices.ts';
import { createPhotoAdder } from './photo-adder.ts';
import { NO_PREVIEW, type ShownPhoto } from './view.ts';

export interface PhotoVerbs
  extends Pick<
    Annotator,
    'openFiles' | 'openPhotos' | 'openFolder' | 'openSample' | 'showPhoto' | 'cancelOpening'
  > {
  /** As `openPhotos`; the photos' ids in the order of the files, null for what could not be opened. */
  takePhotos(chosen: readonly ChosenPhoto[]): Promise<(string | null)[]>;
  /** Nothing is on the stage any more. */
  showNone(): void;
  /** What is still being opened belongs to this project, and is given up with it. */
  leaveProject(): void;
}

interface Opened {
  /** Null for what could not be opened. */
  readonly ids: (string | null)[];
  /** Resolves once the shown one is encoded; null when none is. */
  readonly shown: Promise<void> | null;
}

const NO_PHOTOS = 'There are no photos in this folder: no JPEG, PNG, WebP, AVIF, GIF, BMP or TIFF.';

const CHANGED = 'the file has changed since it was opened; check its labels.';
const REPLACED =
  'the file now holds a photo of another size. Open the old one again, wherever it is.';

/** Further bad files of one opening are counted, not named. */
const NAMED_PROBLEMS = 5;

export function createPhotos(
  context: Context,
  decoding: Decoding,
  beginProject: (name: string) => Promise<boolean>,
): PhotoVerbs {
  const { document, view, photos, background, files, thumbnails } = context;
  let newest = new AbortController();
  let leaving = new AbortController();

  function refuse(name: string, problem: PhotoProblem): void {
    notify(view, 'error', `${name}: ${describePhotoProblem(problem)}`);
  }

  /** Reads one photo of the project; a bad one is named to the person and changes nothing. */
  async function read(signal: AbortSignal, photoId: string): Promise<DecodedPhoto | null> {
    const entry = document.state.getState().photos.find(({ id }) => id === photoId);
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
    notify(view, isAlike ? 'warning' : 'error', `${name}: ${isAlike ? CHANGED : REPLACED}`);
    if (isAlike) return { ...photo, id };
    closePhoto(photo);
    return null;
  }

  /** The pixels are the truth where a header says otherwise. */
  function correct(before: PhotoEntry | undefined, { size }: DecodedPhoto): void {
    if (!before) return;
    if (before.size.width === size.width && before.size.height === size.height) return;
    const after = { ...before, size };
    document.applyUnrecorded({ kind: 'set-photo', photoId: before.id, before, after });
  }

  function putOnStage(photo: ShownPhoto | null, size: Size): void {
    const { photo: before, viewport: left, pointer } = view.getState();
    const viewport = fitViewport(left.stage, size);
    view.setState({
      photo,
      unreadable: null,
      viewport,
      embedded: false,
      live: null,
      compared: null,
      ...NO_PREVIEW,
      draftBox: null,
      ...NO_DRAFT,
      pointedProposalId: null,
      // It stays where it is on the stage, and so lies on another point of another photo.
      pointer: photo && pointer && pointOn(viewport, toScreen(left, pointer)),
      selectedObjectId: null,
      selectedObjectIds: [],
    });
    if (before) closeTiles(before);
  }

  function show(photo: DecodedPhoto): Promise<void> {
    const { id, size, levels, modelImage, thumbnail } = photo;
    correct(
      document.state.getState().photos.find((entry) => entry.id === id),
      photo,
    );
    thumbnails.put(id, thumbnail);
    putOnStage({ id, levels }, size);
    return decoding.encode({ photoId: id, photoSize: size, image: modelImage });
  }

  /** Null: it can't be read, and is told so. */
  async function probe(
    signal: AbortSignal,
    { file, name }: ChosenPhoto,
    isFirst: boolean,
    problems: number,
  ): Promise<PhotoFacts | null> {
    // Until there is something to look at, the reader that will decode it is free.
    const probed = await (isFirst ? photos : background).probe(file, signal);
    if (probed.ok) return probed.facts;
    if (problems < NAMED_PROBLEMS) refuse(name, probed.problem);
    return null;
  }

  /**
   * Takes files one after the other: the first good one is shown at once, the rest wait in the
   * filmstrip. What the person opens meanwhile is shown instead, and all files are still taken.
   */
  async function open(chosen: readonly ChosenPhoto[], folder = ''): Promise<Opened> {
    const ids: (string | null)[] = [];
    const turn = new AbortController();
    newest = turn;
    view.setState({ opening: { name: chosen[0]?.name ?? '', done: 0, of: chosen.length } });
    if (!(await beginProject(folder))) {
      view.setState({ opening: null });
      return { ids, shown: null };
    }
    const project = leaving.signal;
    const adder = createPhotoAdder(document);
    let shown: Promise<void> | null = null;
    let problems = 0;
    for (const [done, one] of chosen.entries()) {
      if (turn === newest) view.setState({ opening: { name: one.name, done, of: chosen.length } });
      const facts = await probe(turn.signal, one, shown === null, problems).catch(() => null);
      if (turn.signal.aborted || project.aborted) break;
      if (!facts) problems += 1;
      ids.push(facts?.id ?? null);
      if (!facts) continue;
      files.put(facts.id, one);
      const isNew = adder.add(facts, one);
      if (shown || turn !== newest) continue;
      adder.flush();
      const photo = await read(turn.signal, facts.id).catch(() => null);
      if (!photo && !turn.signal.aborted) {
        problems += 1;
        ids[done] = null;
        if (isNew) adder.takeBack(facts.id);
      }
      if (!photo || project.aborted) continue;
      // The filmstrip's layout and the photo's first painting are each a short task, not one long one.
      await nextTask();
      if (turn === newest) shown = show(photo);
      else closePhoto(photo);
    }
    if (!project.aborted) adder.flush();
    if (turn === newest) view.setState({ opening: null });
    const unnamed = problems - NAMED_PROBLEMS;
    if (unnamed > 0) notify(view, 'error', `${unnamed} more files can’t be opened.`);
    return { ids, shown };
  }

  async function openAndShow(chosen: readonly ChosenPhoto[], folder = ''): Promise<void> {
    await (await open(chosen, folder)).shown;
  }

  async function openAll(list: readonly PickedFile[]): Promise<void> {
    const chosen = photosAmong(list);
    if (chosen.length === 0) notify(view, 'error', NO_PHOTOS);
    else await openAndShow(chosen, folderAmong(list));
  }

  function showNone(): void {
    newest.abort();
    view.setState({ opening: null });
    putOnStage(null, view.getState().viewport.image);
  }

  return {
    cancelOpening: () => newest.abort(),
    openPhotos: (chosen) => openAndShow(chosen),
    openFiles: openAll,
    async openFolder() {
      const files = await pickFolder();
      if (files) await openAll(files);
    },
    async takePhotos(chosen) {
      return chosen.length === 0 ? [] : (await open(chosen)).ids;
    },
    async openSample(sampleId) {
      const sample = (await loadSamples()).find(({ id }) => id === sampleId);
      if (!sample) return notify(view, 'error', `There is no sample photo called “${sampleId}”.`);
      const response = await fetch(sample.url);
      if (!response.ok)
        return notify(view, 'error', `${sample.title}: the sample file is missing.`);
      const file = await response.blob();
      await openAndShow([{ file, name: sample.title, folder: '', handle: null, directory: null }]);
    },
    async showPhoto(photoId) {
      if (view.getState().photo?.id === photoId) return;
      const turn = new AbortController();
      newest = turn;
      const entry = document.state.getState().photos.find(({ id }) => id === photoId);
      if (!entry) return;
      view.setState({ opening: { name: entry.name, done: 0, of: 1 } });
      const photo = await read(turn.signal, photoId).catch(() => null);
      if (turn !== newest) return photo ? closePhoto(photo) : undefined;
      view.setState({ opening: null });
      if (photo) await show(photo);
    },
    showNone,
    leaveProject() {
      leaving.abort();
      leaving = new AbortController();
      showNone();
    },
  };
}

/** Null outside the photo. */
function pointOn(viewport: Viewport, at: ScreenPoint): ImagePoint | null {
  const point = toImage(viewport, at);
  const { width, height } = viewport.image;
  return point.x >= 0 && point.y >= 0 && point.x < width && point.y < height ? point : null;
}

function closeTiles({ levels }: Pick<DecodedPhoto, 'levels'>): void {
  for (const level of levels) for (const tile of level.tiles) tile.bitmap.close();
}

function closePhoto(photo: DecodedPhoto): void {
  photo.thumbnail.close();
  closeTiles(photo);
}

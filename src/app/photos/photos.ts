import { closePhoto } from '../../photo/levels.ts';
import type { PhotoFacts } from '../../photo/protocol.ts';
import { loadSamples } from '../../photo/samples.ts';
import type { Annotator } from '../annotator.ts';
import type { Context } from '../context.ts';
import { nextTask } from '../next-task.ts';
import { notify } from '../notices.ts';
import type { Decoding } from '../prompts/decoding.ts';
import {
  type ChosenPhoto,
  folderAmong,
  type PickedFile,
  photosAmong,
  pickFolder,
} from './chosen.ts';
import { createPhotoAdder } from './photo-adder.ts';
import { createPhotoStage } from './photo-stage.ts';
import { createReading } from './reading.ts';

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

/** Further bad files of one opening are counted, not named. */
const NAMED_PROBLEMS = 5;

export function createPhotos(
  context: Context,
  decoding: Decoding,
  beginProject: (name: string) => Promise<boolean>,
): PhotoVerbs {
  const { document, view, photos, background, files } = context;
  const { read, refuse } = createReading(context);
  const { show, clear } = createPhotoStage(context, decoding);
  let newest = new AbortController();
  let leaving = new AbortController();

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
    clear();
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

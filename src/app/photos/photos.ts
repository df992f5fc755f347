import { closePhoto } from '../../photo/levels.ts';
import type { ProbeResult } from '../../photo/protocol.ts';
import { sampleWords } from '../../photo/sample-words.ts';
import { loadSamples } from '../../photo/samples.ts';
import { t } from '../../words/words.ts';
import type { Annotator } from '../annotator.ts';
import { nextTask } from '../next-task.ts';
import type { Decoding } from '../prompts/decoding.ts';
import type { Context } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { photoEntry } from '../state/questions.ts';
import { type ChosenPhoto, folderAmong, type PickedFile, photosAmong } from './chosen.ts';
import { pickFolder } from './folder.ts';
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

/** Further bad files of one opening are counted, not named. */
const NAMED_PROBLEMS = 5;
/** Between two words on how far an opening is. */
const TELL_MILLISECONDS = 100;

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

  /** In the order of the files; the next one is read while one is worked on. Null: given up. */
  async function* probeAll(
    signal: AbortSignal,
    chosen: readonly ChosenPhoto[],
  ): AsyncGenerator<ProbeResult | null> {
    // The reader that will decode the first one is free until then.
    const probe = (one: ChosenPhoto | undefined, i: number) =>
      one && (i === 0 ? photos : background).probe(one.file, signal).catch(() => null);
    let next = probe(chosen[0], 0);
    for (let i = 1; next; i++) {
      const probed = await next;
      next = probe(chosen[i], i);
      yield probed;
    }
  }

  /** Says which of how many is being opened, as often as can be read. */
  function tellOpening(turn: AbortController, chosen: readonly ChosenPhoto[]) {
    let told = Number.NEGATIVE_INFINITY;
    return (done: number) => {
      const [now, one] = [performance.now(), chosen[done]];
      if (!one || turn !== newest || now - told < TELL_MILLISECONDS) return;
      told = now;
      view.setState({ opening: { name: one.name, done, of: chosen.length } });
    };
  }

  /**
   * Takes files one after the other: the first good one is shown at once, the rest wait in the
   * filmstrip. What the person opens meanwhile is shown instead, and all files are still taken.
   */
  async function open(chosen: readonly ChosenPhoto[], folder = ''): Promise<Opened> {
    const ids: (string | null)[] = [];
    const turn = new AbortController();
    newest = turn;
    const tell = tellOpening(turn, chosen);
    tell(0);
    if (!(await beginProject(folder))) {
      view.setState({ opening: null });
      return { ids, shown: null };
    }
    const project = leaving.signal;
    const adder = createPhotoAdder(document);
    let shown: Promise<void> | null = null;
    let problems = 0;
    for await (const probed of probeAll(turn.signal, chosen)) {
      if (turn.signal.aborted || project.aborted) break;
      const done = ids.length;
      const one = chosen[done] as ChosenPhoto;
      const facts = probed?.ok ? probed.facts : null;
      ids.push(facts?.id ?? null);
      tell(done + 1);
      if (!facts) {
        if (probed?.ok === false && problems < NAMED_PROBLEMS) refuse(one.name, probed.problem);
        problems += 1;
        continue;
      }
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
    if (unnamed > 0) notify(view, 'error', t('photos.moreUnopened', { count: unnamed }));
    return { ids, shown };
  }

  async function openAndShow(chosen: readonly ChosenPhoto[], folder = ''): Promise<void> {
    await (await open(chosen, folder)).shown;
  }

  async function openAll(list: readonly PickedFile[]): Promise<void> {
    const chosen = photosAmong(list);
    if (chosen.length === 0) notify(view, 'error', t('photos.noneInFolder'));
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
      if (!sample) return notify(view, 'error', t('photos.noSuchSample', { id: sampleId }));
      const name = sampleWords(sample).title;
      const response = await fetch(sample.url);
      if (!response.ok) return notify(view, 'error', t('photos.sampleMissing', { name }));
      const file = await response.blob();
      await openAndShow([{ file, name, folder: '', handle: null, directory: null }]);
    },
    async showPhoto(photoId) {
      if (view.getState().photo?.id === photoId) return;
      const turn = new AbortController();
      newest = turn;
      const entry = photoEntry(document.state.getState(), photoId);
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

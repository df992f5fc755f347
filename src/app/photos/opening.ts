import { closePhoto } from '../../photo/levels.ts';
import type { ProbeResult } from '../../photo/protocol.ts';
import { sampleWords } from '../../photo/sample-words.ts';
import { loadSamples } from '../../photo/samples.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { type ChosenPhoto, folderAmong, type PickedFile, photosAmong } from './chosen.ts';
import { pickFolder } from './folder.ts';
import { nextTask } from './next-task.ts';
import { createPhotoAdder } from './photo-adder.ts';
import { createReading } from './reading.ts';
import { createRefusals, type Refusals } from './refusals.ts';
import type { Showing, Turn } from './showing.ts';

export interface OpeningVerbs {
  /** Opens each file; the last good one is shown. Bad ones are named in notices and change nothing. */
  openFiles(files: readonly File[]): Promise<void>;
  /** As `openFiles`, for files that know where they lie. */
  openPhotos(chosen: readonly ChosenPhoto[]): Promise<void>;
  /** The person chooses a folder; its photos are opened, by name. */
  openFolder(): Promise<void>;
  openSample(sampleId: string): Promise<void>;
  /** Stops reading the files that were not yet read; what was opened stays. */
  cancelOpening(): void;
}

interface Opening extends OpeningVerbs {
  /** As `openPhotos`; the photos' ids in the order of the files, null for what could not be opened. A new project is called by the folder. */
  takePhotos(chosen: readonly ChosenPhoto[], folder?: string): Promise<(string | null)[]>;
}

interface Opened {
  /** Null for what could not be opened. */
  readonly ids: (string | null)[];
  /** Resolves once the shown one is encoded; null when none is. */
  readonly shown: Promise<void> | null;
}

interface Shown {
  readonly isBroken: boolean;
  /** Null: it is not on the stage. */
  readonly encoded: Promise<void> | null;
}

type View = Context['view'];

/** Between two words on how far an opening is. */
const TELL_MILLISECONDS = 100;

/** Brings files into the project; `beginProject` makes one where there is none. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the ways to open files all lead through the one queue of turns in here.
export function createOpening(
  context: Context,
  { begin, stop, stage }: Showing,
  beginProject: (name: string) => Promise<boolean>,
): Opening {
  const { document, view, files } = context;
  const { read } = createReading(context);

  /** Puts it on the stage; null when it can't be read, or somebody else's turn has come. */
  async function showFirst(turn: Turn, photoId: string, refusals: Refusals): Promise<Shown> {
    const photo = await read(turn.signal, photoId, refusals.add).catch(() => null);
    if (!photo) return { isBroken: !turn.signal.aborted, encoded: null };
    // The filmstrip's layout and the photo's first painting are each a short task, not one long one.
    await nextTask();
    if (turn.isNewest() && !turn.project.aborted)
      return { isBroken: false, encoded: stage.show(photo) };
    closePhoto(photo);
    return { isBroken: false, encoded: null };
  }

  /** Takes the files one after the other; the first good one is shown at once. */
  async function take(
    turn: Turn,
    chosen: readonly ChosenPhoto[],
    tell: (done: number) => void,
  ): Promise<Opened> {
    const adder = createPhotoAdder(document);
    const ids: (string | null)[] = [];
    let shown: Promise<void> | null = null;
    const refusals = createRefusals();
    for await (const [one, probed] of probeAll(context, turn.signal, chosen)) {
      if (turn.signal.aborted || turn.project.aborted) break;
      const facts = probed?.ok ? probed.facts : null;
      const at = ids.push(facts?.id ?? null);
      tell(at);
      if (!facts) {
        if (probed?.ok === false) refusals.add(one.name, probed.problem);
        continue;
      }
      files.put(facts.id, one);
      const isNew = adder.add(facts, one);
      if (shown || !turn.isNewest()) continue;
      adder.flush();
      const first = await showFirst(turn, facts.id, refusals);
      shown = first.encoded;
      if (!first.isBroken) continue;
      ids[at - 1] = null;
      if (isNew) adder.takeBack(facts.id);
    }
    if (!turn.project.aborted) adder.flush();
    refusals.say(view);
    return { ids, shown };
  }

  /** The rest wait in the filmstrip. What the person opens meanwhile is shown instead, and all files are still taken. */
  async function open(chosen: readonly ChosenPhoto[], folder = ''): Promise<Opened> {
    const turn = begin();
    const tell = tellOpening(view, turn, chosen);
    tell(0);
    if (!(await beginProject(folder || nameAfter(chosen)))) {
      view.setState({ opening: null });
      return { ids: [], shown: null };
    }
    const opened = await take(turn, chosen, tell);
    if (turn.isNewest()) view.setState({ opening: null });
    return opened;
  }

  async function openAndShow(chosen: readonly ChosenPhoto[], folder = ''): Promise<void> {
    await (await open(chosen, folder)).shown;
  }

  async function openAll(list: readonly PickedFile[]): Promise<void> {
    const chosen = photosAmong(list);
    if (chosen.length === 0) notify(view, 'error', t('photos.noneInFolder'));
    else await openAndShow(chosen, folderAmong(list));
  }

  return {
    cancelOpening: stop,
    openPhotos: (chosen) => openAndShow(chosen),
    openFiles: openAll,
    async openFolder() {
      const files = await pickFolder();
      if (files) await openAll(files);
    },
    async takePhotos(chosen, folder) {
      return chosen.length === 0 ? [] : (await open(chosen, folder)).ids;
    },
    async openSample(sampleId) {
      const sample = await loadSample(view, sampleId);
      if (sample) await openAndShow([sample]);
    },
  };
}

/** Null: there is none, which the person is told. */
async function loadSample(view: View, sampleId: string): Promise<ChosenPhoto | null> {
  const refuse = (reason: string) => {
    notify(view, 'error', reason);
    return null;
  };
  const sample = (await loadSamples()).find(({ id }) => id === sampleId);
  if (!sample) return refuse(t('photos.noSuchSample', { id: sampleId }));
  const name = sampleWords(sample).title;
  const response = await fetch(sample.url);
  if (!response.ok) return refuse(t('photos.sampleMissing', { name }));
  return { file: await response.blob(), name, folder: '', handle: null, directory: null };
}

/** Says which of how many is being opened, as often as can be read. */
function tellOpening(view: View, turn: Turn, chosen: readonly ChosenPhoto[]) {
  let told = Number.NEGATIVE_INFINITY;
  return (done: number) => {
    const [now, one] = [performance.now(), chosen[done]];
    if (!one || !turn.isNewest() || now - told < TELL_MILLISECONDS) return;
    told = now;
    view.setState({ opening: { photoId: null, name: one.name, done, of: chosen.length } });
  };
}

/** In the order of the files; the next one is read while one is worked on. Null: given up. */
async function* probeAll(
  { photos, background }: Context,
  signal: AbortSignal,
  chosen: readonly ChosenPhoto[],
): AsyncGenerator<[ChosenPhoto, ProbeResult | null]> {
  // The reader that will decode the first one is free until then.
  const probe = (one: ChosenPhoto | undefined, i: number) =>
    one && (i === 0 ? photos : background).probe(one.file, signal).catch(() => null);
  let next = probe(chosen[0], 0);
  for (const [i, one] of chosen.entries()) {
    const probed = (await next) ?? null;
    next = probe(chosen[i + 1], i + 1);
    yield [one, probed];
  }
}

/** A project is called by the folder of its first photo, else by that photo. */
function nameAfter([first]: readonly ChosenPhoto[]): string {
  if (!first) return '';
  return first.folder.split('/')[0] || first.name.replace(/\.[^.]+$/, '');
}

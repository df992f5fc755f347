import { t } from '../../words/words.ts';
import type { Answer, Engine, EngineOptions, Photo, PromptPoint } from '../api.ts';
import { RobustSamError } from '../errors.ts';
import { maskArea, maskToPolygons, maskToRle } from '../masks.ts';
import { fetchPhoto } from '../sources.ts';
import { type Borrowed, borrowEngine } from './shared-engine.ts';
import type { KeptMask, RobustsamAnnotatorElement, RobustsamAnnotatorEvents } from './types.ts';
import { type History, NOTHING_DONE, undone, withKept, withoutPoints, withPoint } from './work.ts';

export type Tell = <Name extends keyof RobustsamAnnotatorEvents>(
  name: Name,
  detail: RobustsamAnnotatorEvents[Name]['detail'],
) => void;

/** Who shows a session. */
interface Host {
  readonly tell: Tell;
  say(text: string): void;
  /** Something else is to be seen. */
  show(): void;
}

type Wish = Pick<RobustsamAnnotatorElement, 'src' | 'model' | 'files' | 'models'>;

/** One photo, its clicks and its masks. */
export interface Session {
  picture(): ImageBitmap | null;
  history(): History;
  answer(): Answer | null;
  /** Leaves what was open; an empty `src` opens nothing. */
  open(wish: Wish): Promise<void>;
  /** Leaves what was open, and the engine. */
  close(): void;
  add(point: PromptPoint): void;
  /** Keeps the mask in hand, once it is there; false where no click is. */
  keep(className: string): boolean;
  clear(): void;
  undo(): boolean;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: the photo, its clicks and the question under way are one state.
export function createSession(host: Host): Session {
  let opening = new AbortController();
  let asking = new AbortController();
  let borrowed: Borrowed | null = null;
  let picture: ImageBitmap | null = null;
  let photo: Photo | null = null;
  let history = NOTHING_DONE;
  /** While the next one is awaited, that of the clicks before. */
  let answer: Answer | null = null;
  let isAnswered = false;
  /** The class with which the mask will be kept once it is there. */
  let keptSoon: string | null = null;

  function leave(): void {
    opening.abort();
    asking.abort();
    picture?.close();
    const had = history.now.kept.length;
    [picture, photo, answer, history] = [null, null, null, NOTHING_DONE];
    [isAnswered, keptSoon] = [false, null];
    host.show();
    host.say('');
    if (had > 0) host.tell('change', { masks: [] });
  }

  async function open(wish: Wish): Promise<void> {
    leave();
    if (wish.src === '') return;
    const mine = new AbortController();
    opening = mine;
    await load(wish, mine.signal).catch((error: unknown) => {
      if (mine.signal.aborted) return;
      mine.abort();
      fail(error);
    });
  }

  /** The one in use is given back after the next was borrowed: most often it is the same. */
  function borrow({ files, models }: Wish, signal: AbortSignal): Promise<Engine> {
    const former = borrowed;
    borrowed = borrowEngine(
      { filesUrl: files || undefined, modelUrl: models || undefined },
      (progress) => {
        if (signal.aborted) return;
        host.tell('progress', progress);
        host.say(progressWords(progress));
      },
    );
    former?.giveBack();
    return borrowed.engine;
  }

  async function load(wish: Wish, signal: AbortSignal): Promise<void> {
    const { src, model } = wish;
    host.say(t('element.loadingPhoto'));
    const starting = borrow(wish, signal);
    // It is awaited once the photo is there.
    starting.catch(() => {});
    const file = await fetchPhoto(new URL(src, document.baseURI), signal);
    const shown = await pictureOf(file);
    if (signal.aborted) return shown.close();
    picture = shown;
    host.show();
    const engine = await starting;
    signal.throwIfAborted();
    host.say(t('element.encoding'));
    photo = await engine.encode(file, { model: model || undefined, signal });
    host.say(t('element.ready'));
    host.tell('ready', photo.size);
    ask();
  }

  function fail(error: unknown): void {
    const told =
      error instanceof RobustSamError
        ? error
        : new RobustSamError('model', String(error), { cause: error });
    host.say(told.message);
    host.tell('error', told);
  }

  /** The newest clicks alone are answered. */
  function ask(): void {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const { points } = history.now;
    [isAnswered, keptSoon] = [false, null];
    const hasObject = points.some(({ label }) => label !== 'exclude');
    if (!hasObject) {
      answer = null;
      if (points.length > 0) host.say(t('element.onlyBackground'));
    } else if (photo) {
      photo.decode({ points }, { signal }).then(
        (found) => {
          [answer, isAnswered] = [found, true];
          host.say(t('element.found', { percent: percentOf(found) }));
          host.show();
          if (keptSoon !== null) keepNow(keptSoon, found);
        },
        (error: unknown) => {
          if (!signal.aborted) fail(error);
        },
      );
    }
    host.show();
  }

  function keepNow(className: string, found: Answer): void {
    const kept = keptMask(found, className, history.now.points);
    go(withKept(history, kept));
    host.tell('keep', kept);
  }

  function go(next: History): boolean {
    if (next === history) return false;
    const before = history.now.kept;
    history = next;
    // The mask so far stays to be seen until the next one is there.
    if (history.now.points.length === 0) answer = null;
    host.say('');
    ask();
    const masks = history.now.kept;
    if (masks !== before) {
      host.say(t('element.kept', { count: masks.length }));
      host.tell('change', { masks });
    }
    return true;
  }

  return {
    picture: () => picture,
    history: () => history,
    answer: () => answer,
    open,
    close() {
      leave();
      borrowed?.giveBack();
      borrowed = null;
    },
    add: (point) => void go(withPoint(history, point)),
    keep(className) {
      const isAsked = history.now.points.some(({ label }) => label !== 'exclude');
      if (!isAsked) return false;
      if (answer && isAnswered) keepNow(className, answer);
      else keptSoon = className;
      return true;
    },
    clear: () => void go(withoutPoints(history)),
    undo: () => go(undone(history)),
  };
}

function keptMask(
  { mask, score }: Answer,
  className: string,
  points: readonly PromptPoint[],
): KeptMask {
  const [rle, polygons] = [maskToRle(mask), maskToPolygons(mask)];
  return { mask, rle, polygons, class: className, score, points };
}

function pictureOf(file: Blob): Promise<ImageBitmap> {
  return createImageBitmap(file, { imageOrientation: 'from-image' }).catch((cause: unknown) => {
    throw new RobustSamError('photo', t('element.notShown'), { cause });
  });
}

function progressWords(progress: Parameters<NonNullable<EngineOptions['onProgress']>>[0]): string {
  if (progress.phase !== 'loading') return t('element.startingModel');
  const share = progress.totalBytes > 0 ? progress.loadedBytes / progress.totalBytes : 0;
  return t('element.loadingModel', { percent: Math.round(100 * share) });
}

function percentOf({ mask }: Answer): string {
  return ((100 * maskArea(mask)) / (mask.size.width * mask.size.height)).toFixed(1);
}

import type { MaskObject } from '../../document/types.ts';
import { maskArea, maskIou } from '../../mask/measure.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { listedPhotos } from '../state/listed.ts';
import { notify } from '../state/notices.ts';
import { objectsOf, shownObjects } from '../state/questions.ts';
import { followObject } from './follow-object.ts';
import { newObject } from './new-object.ts';
import { nextColor } from './object-colors.ts';
import { withoutOverlap } from './overlap.ts';

export interface CopyFromPreviousVerbs {
  /**
   * The objects of the photo before this one, in the listing, are looked for on this one, wherever they went, and come with their
   * classes. What may be wrong has a low predicted IoU, so it is reviewed first. One undo step.
   */
  copyFromPrevious(): Promise<void>;
  /**
   * Goes on to the next photo and does the same there, for `photos` photos at most: until the end of the listing, a photo that
   * has objects, or one on which none is found. One undo step a photo. Left out: all that follow.
   */
  followOnward(photos?: number): Promise<void>;
  cancelCopyFromPrevious(): void;
}

interface Steps {
  stepPhoto(step: 1): Promise<void>;
}

/** Below it, objects are said to be in doubt. */
const DOUBTFUL = 0.75;

/** IoU from which two finds are of one thing. */
const TWINS = 0.6;

interface Copies {
  readonly made: readonly MaskObject[];
  readonly missing: number;
}

export function createCopyFromPrevious(context: Context, steps: Steps): CopyFromPreviousVerbs {
  const { view } = context;
  let copying = new AbortController();

  /** Ends what was under way; what `work` throws is said, unless it was called off. */
  async function begin(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    copying.abort();
    const turn = new AbortController();
    copying = turn;
    try {
      await work(turn.signal);
    } catch (error) {
      if (turn.signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      notify(view, 'error', t('objects.previous.failed', { reason }));
    } finally {
      if (copying === turn) view.setState({ copyingFromPrevious: null });
    }
  }

  return {
    cancelCopyFromPrevious: () => copying.abort(),
    async copyFromPrevious() {
      const from = beside(context, -1);
      if (!from) return notify(view, 'info', t('objects.previous.noPhoto'));
      if (countOn(context, from) === 0)
        return notify(view, 'info', t('objects.previous.noObjects'));
      await begin(async (signal) => tell(context, await copyOnto(context, signal, from)));
    },
    async followOnward(photos = Number.POSITIVE_INFINITY) {
      if (!beside(context, 1)) return notify(view, 'info', t('reasons.lastPhoto'));
      if (countOn(context, view.getState().photo?.id) === 0)
        return notify(view, 'info', t('objects.onward.noObjects'));
      await begin((signal) =>
        followOn(context, steps, signal, Math.min(photos, countAfter(context))),
      );
    },
  };
}

async function followOn(
  context: Context,
  { stepPhoto }: Steps,
  signal: AbortSignal,
  photos: number,
): Promise<void> {
  const { view } = context;
  let [done, doubtful] = [0, 0];
  while (done < photos) {
    const [from, next] = [view.getState().photo?.id, beside(context, 1)];
    if (!from || !next || countOn(context, next) > 0) break;
    view.setState({ copyingFromPrevious: { done: 0, of: 0, photos: { done, of: photos } } });
    await stepPhoto(1);
    signal.throwIfAborted();
    // It could not be read, or the person went elsewhere.
    if (view.getState().photo?.id !== next) break;
    const { made } = await copyOnto(context, signal, from, { done, of: photos });
    if (made.length === 0) break;
    done += 1;
    doubtful += made.filter(isDoubtful).length;
  }
  notify(view, 'info', onwardWords(done, doubtful));
}

function onwardWords(photos: number, doubtful: number): string {
  const on = t('objects.onward.done', { count: photos });
  return doubtful > 0 ? `${on} ${t('objects.previous.doubtful', { count: doubtful })}` : on;
}

/** The photo before or after the shown one, in the listing. */
function beside({ document, view }: Context, step: 1 | -1): string | undefined {
  const all = listedPhotos(document.state.getState(), view.getState());
  const at = all.findIndex(({ id }) => id === view.getState().photo?.id);
  return at < 0 ? undefined : all[at + step]?.id;
}

function countAfter({ document, view }: Context): number {
  const all = listedPhotos(document.state.getState(), view.getState());
  return all.length - 1 - all.findIndex(({ id }) => id === view.getState().photo?.id);
}

function countOn({ document }: Context, photoId: string | undefined): number {
  return objectsOf(document.state.getState(), photoId).length;
}

/** The objects of another photo onto the shown one. */
async function copyOnto(
  context: Context,
  signal: AbortSignal,
  fromId: string,
  photos: { readonly done: number; readonly of: number } | null = null,
): Promise<Copies> {
  const { document, view } = context;
  const photoId = view.getState().photo?.id ?? '';
  // Whoever goes on to another photo has changed their mind.
  const left = new AbortController();
  const stop = view.subscribe((state) => state.photo?.id !== photoId && left.abort());
  const both = AbortSignal.any([signal, left.signal]);
  const objects = objectsOf(document.state.getState(), fromId);
  const made: MaskObject[] = [];
  try {
    let color = nextColor(shownObjects(...now(context)));
    for (const [done, object] of objects.entries()) {
      view.setState({ copyingFromPrevious: { done, of: objects.length, photos } });
      const copy = await followObject(context, both, object, { fromId, photoId });
      const mask = copy && withoutOverlap(context, copy.mask);
      if (!mask || maskArea(mask) === 0) continue;
      const { classId, note, attributes } = object;
      made.push({ ...newObject(color), ...copy, mask, classId, note, attributes });
      color += 1;
    }
  } finally {
    stop();
  }
  const apart = withoutTwins(made);
  add(context, photoId, apart);
  return { made: apart, missing: objects.length - apart.length };
}

/** Where two objects were found in one place, one of them has left: the better find stays. */
function withoutTwins(made: readonly MaskObject[]): readonly MaskObject[] {
  const best = made.toSorted((a, b) => (b.predictedIou ?? 1) - (a.predictedIou ?? 1));
  const kept: MaskObject[] = [];
  for (const one of best)
    if (kept.every((other) => maskIou(one.mask, other.mask) < TWINS)) kept.push(one);
  return made.filter((one) => kept.includes(one));
}

function add(context: Context, photoId: string, made: readonly MaskObject[]): void {
  if (made.length === 0) return;
  const first = shownObjects(...now(context)).length;
  context.document.commit({
    name: t('steps.objects.copy', { count: made.length }),
    photoId,
    changes: made.map((object, i) => {
      return { kind: 'add-object', photoId, object, index: first + i };
    }),
  });
}

function isDoubtful({ predictedIou }: MaskObject): boolean {
  return predictedIou !== null && predictedIou < DOUBTFUL;
}

function tell({ view }: Context, { made, missing }: Copies): void {
  const doubtful = made.filter(isDoubtful).length;
  const words = [
    ...(missing > 0 ? [t('objects.previous.notFound', { count: missing })] : []),
    ...(doubtful > 0 ? [t('objects.previous.doubtful', { count: doubtful })] : []),
  ];
  if (words.length > 0) notify(view, 'info', words.join(' '));
}

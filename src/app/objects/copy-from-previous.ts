import type { ModelKind } from '../../contract/model-kind.ts';
import type { MaskObject } from '../../document/types.ts';
import { describeEngineProblem } from '../../engine/describe.ts';
import type { Size } from '../../geometry/spaces.ts';
import { maskArea } from '../../mask/measure.ts';
import { scaledPrompt } from '../../prompt/scale.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { modelsInUse, now } from '../state/context.ts';
import { listedPhotos } from '../state/listed.ts';
import { notify } from '../state/notices.ts';
import { objectsOf, promptFor, scoreOf, shownObjects } from '../state/questions.ts';
import { maskOf } from '../state/tidy-masks.ts';
import { newObject } from './new-object.ts';
import { nextColor } from './object-colors.ts';
import { withoutOverlap } from './overlap.ts';

export interface CopyFromPreviousVerbs {
  /**
   * The objects of the photo before this one, in the listing, come to this one: their prompts are
   * asked again here, scaled to its size. What was drawn by hand is taken as it is where both photos
   * are of one size, and asked for by its box where not. One undo step.
   */
  copyFromPrevious(): Promise<void>;
  cancelCopyFromPrevious(): void;
}

type Copied = Pick<MaskObject, 'mask' | 'predictedIou' | 'model' | 'prompt'>;

export function createCopyFromPrevious(context: Context): CopyFromPreviousVerbs {
  const { document, view } = context;
  let copying = new AbortController();

  return {
    cancelCopyFromPrevious: () => copying.abort(),
    async copyFromPrevious() {
      const { photo, viewport } = view.getState();
      const from = previous(context);
      const objects = objectsOf(document.state.getState(), from?.photoId);
      if (!photo || !from) return notify(view, 'info', t('objects.previous.noPhoto'));
      if (objects.length === 0) return notify(view, 'info', t('objects.previous.noObjects'));
      copying.abort();
      const turn = new AbortController();
      copying = turn;
      // Whoever goes on to another photo has changed their mind.
      const stop = view.subscribe((now) => now.photo?.id !== photo.id && turn.abort());
      try {
        const sizes = [from.size, viewport.image] as const;
        const made = await copyAll(context, turn.signal, objects, photo.id, sizes);
        add(context, photo.id, made);
        tell(context, objects.length - made.length);
      } catch (error) {
        if (turn.signal.aborted) return;
        const reason = error instanceof Error ? error.message : String(error);
        notify(view, 'error', t('objects.previous.failed', { reason }));
      } finally {
        stop();
        if (copying === turn) view.setState({ copyingFromPrevious: null });
      }
    },
  };
}

/** The photo before the shown one, in the listing. */
function previous({
  document,
  view,
}: Context): { readonly photoId: string; readonly size: Size } | null {
  const all = listedPhotos(document.state.getState(), view.getState());
  const at = all.findIndex(({ id }) => id === view.getState().photo?.id);
  const entry = all[at - 1];
  return entry ? { photoId: entry.id, size: entry.size } : null;
}

function modelFor(context: Context, { model }: MaskObject): ModelKind {
  const { kinds } = context.engine.status.getState();
  return model && kinds.includes(model) ? model : modelsInUse(context)[0];
}

/** Null when the model finds nothing there. Throws what the engine says, in words. */
async function copied(
  context: Context,
  signal: AbortSignal,
  object: MaskObject,
  photoId: string,
  [from, to]: readonly [Size, Size],
): Promise<Copied | null> {
  const isSameSize = from.width === to.width && from.height === to.height;
  if (object.prompt.length === 0 && isSameSize) return object;
  const prompt = scaledPrompt(promptFor(object), to.width / from.width, to.height / from.height);
  const model = modelFor(context, object);
  const outcome = await context.engine.decode(signal, { photoId, model, prompt });
  signal.throwIfAborted();
  if (!outcome.ok) {
    const { problem } = outcome;
    throw new Error(
      problem.kind === 'no-embedding'
        ? t('problems.engine.notEncoded')
        : describeEngineProblem(problem),
    );
  }
  const mask = maskOf(context.view.getState(), prompt, outcome.value);
  if (maskArea(mask) === 0) return null;
  return { mask, predictedIou: scoreOf(outcome.value), model, prompt };
}

async function copyAll(
  context: Context,
  signal: AbortSignal,
  objects: readonly MaskObject[],
  photoId: string,
  sizes: readonly [Size, Size],
): Promise<MaskObject[]> {
  const made: MaskObject[] = [];
  let color = nextColor(shownObjects(...now(context)));
  for (const [done, object] of objects.entries()) {
    context.view.setState({ copyingFromPrevious: { done, of: objects.length } });
    const copy = await copied(context, signal, object, photoId, sizes);
    if (!copy) continue;
    const mask = withoutOverlap(context, copy.mask);
    if (maskArea(mask) === 0) continue;
    const { classId, note, attributes } = object;
    made.push({ ...newObject(color), ...copy, mask, classId, note, attributes });
    color += 1;
  }
  return made;
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

function tell({ view }: Context, missing: number): void {
  if (missing > 0) notify(view, 'info', t('objects.previous.notFound', { count: missing }));
}

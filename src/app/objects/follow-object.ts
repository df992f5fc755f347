import type { ModelKind } from '../../contract/model-kind.ts';
import type { MaskObject } from '../../document/types.ts';
import { describeEngineProblem } from '../../engine/describe.ts';
import type { Followed, FollowRequest } from '../../engine/protocol.ts';
import { maskArea } from '../../mask/measure.ts';
import { isClearPhoto } from '../../report/clarity.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { modelsInUse } from '../state/context.ts';
import { maskOf } from '../state/tidy-masks.ts';

/** An object as it is on the other photo. Its mask is no prompt's, so it has none. */
export type Copied = Pick<MaskObject, 'mask' | 'predictedIou' | 'model' | 'prompt'>;

interface Onto {
  readonly fromId: string;
  readonly photoId: string;
}

/** Null when it isn't there. Throws what the engine says, in words, and the signal's reason. */
export async function followObject(
  context: Context,
  signal: AbortSignal,
  object: MaskObject,
  { fromId, photoId }: Onto,
): Promise<Copied | null> {
  const model = modelFor(context, object);
  const found = await ask(context, signal, { photoId, model, fromId, mask: object.mask });
  if (!found) return null;
  const mask = maskOf(context.view.getState(), [], found);
  if (maskArea(mask) === 0) return null;
  return { mask, predictedIou: found.expectedIou, model, prompt: [] };
}

function modelFor(context: Context, { model }: MaskObject): ModelKind {
  const { kinds } = context.engine.status.getState();
  return model && kinds.includes(model) ? model : modelsInUse(context)[0];
}

async function ask(
  context: Context,
  signal: AbortSignal,
  request: FollowRequest,
): Promise<Followed | null> {
  const outcome = await context.engine.follow(signal, request);
  signal.throwIfAborted();
  if (outcome.ok) return outcome.value;
  const { problem } = outcome;
  if (problem.kind === 'no-source' && !request.source) {
    const source = await sourceOf(context, signal, request.fromId);
    return ask(context, signal, { ...request, source });
  }
  throw new Error(
    problem.kind === 'no-embedding' || problem.kind === 'no-source'
      ? t('problems.engine.notEncoded')
      : describeEngineProblem(problem),
  );
}

/** The other photo for the encoder, which has forgotten it. */
async function sourceOf(
  { files, background, view }: Context,
  signal: AbortSignal,
  photoId: string,
): Promise<NonNullable<FollowRequest['source']>> {
  const file = await files.open(photoId).catch(() => null);
  signal.throwIfAborted();
  const known = view.getState().reports.get(photoId);
  const decoded = file && (await background.modelImage(file, !known, signal));
  signal.throwIfAborted();
  if (!decoded?.ok) throw new Error(t('objects.previous.noFile'));
  const { image, size, report } = decoded;
  return { photoSize: size, image, isClear: isClearPhoto(report ?? known) };
}

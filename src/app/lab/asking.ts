import type { ModelKind } from '../../contract/model-kind.ts';
import type { DocumentState } from '../../document/types.ts';
import { describeEngineProblem } from '../../engine/describe.ts';
import { boundaryIou } from '../../mask/boundary.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskIou } from '../../mask/measure.ts';
import type { ModelImage } from '../../photo/protocol.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import type { Context } from '../state/context.ts';
import { leadObject, promptFor } from '../state/questions.ts';
import { maskOf } from '../state/tidy-masks.ts';
import type { ViewState } from '../state/view.ts';
import type { LabResult } from './lab-state.ts';

/** What the models are asked for, and the mask that is right. */
export interface LabSubject {
  readonly prompt: Prompt;
  readonly truth: Mask;
  /** Null: the mask in hand. */
  readonly objectName: string | null;
}

/** The selected object, else the mask in hand; null: there is neither. */
export function subjectOf(
  document: Pick<DocumentState, 'objects'>,
  view: Pick<ViewState, 'photo' | 'selectedObjectId' | 'live'>,
): LabSubject | null {
  const object = leadObject(document, view);
  if (object) return { prompt: promptFor(object), truth: object.mask, objectName: object.name };
  const { live } = view;
  return live && { prompt: live.prompt, truth: live.mask, objectName: null };
}

interface Asked extends LabSubject {
  /** Names the photo and what was done to it. */
  readonly id: string;
  readonly image: ModelImage;
}

/**
 * Asks one model for the prompt on the degraded pixels: to the engine they are a crop that is as large as the photo.
 * Rejects with what the engine says, in words, and with the signal's reason.
 */
export async function askDegraded(
  { engine, view }: Pick<Context, 'engine' | 'view'>,
  signal: AbortSignal,
  model: ModelKind,
  { id, image, prompt, truth }: Asked,
): Promise<LabResult> {
  const { width, height } = truth.size;
  const outcome = await engine.decodeCrop(signal, {
    photoId: id,
    model,
    crop: { box: { x0: 0, y0: 0, x1: width, y1: height }, image },
    prompt,
  });
  signal.throwIfAborted();
  if (!outcome.ok) throw new Error(describeEngineProblem(outcome.problem));
  const mask = maskOf(view.getState(), prompt, outcome.value);
  return { model, mask, iou: maskIou(mask, truth), boundaryIou: boundaryIou(mask, truth) };
}

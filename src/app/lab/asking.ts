import type { ModelKind } from '../../contract/model-kind.ts';
import type { Degrader } from '../../degrade/client.ts';
import type { Degraded } from '../../degrade/protocol.ts';
import type { DocumentState } from '../../document/types.ts';
import { describeEngineProblem } from '../../engine/describe.ts';
import { boundaryIou } from '../../mask/boundary.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskIou } from '../../mask/measure.ts';
import type { ModelImage } from '../../photo/protocol.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { isClearPhoto } from '../../report/clarity.ts';
import type { Context } from '../state/context.ts';
import { leadObject, promptFor, scoreOf } from '../state/questions.ts';
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
  /** Clear to the model (report/clarity.ts). */
  readonly isClear: boolean;
}

/**
 * Asks one model for the prompt on the degraded pixels: to the engine they are a crop that is as large as the photo.
 * Rejects with what the engine says, in words, and with the signal's reason.
 */
async function askPixels(
  { engine, view }: Pick<Context, 'engine' | 'view'>,
  signal: AbortSignal,
  model: ModelKind,
  { id, image, isClear, prompt, truth }: Asked,
): Promise<Pick<LabResult, 'mask' | 'iou' | 'boundaryIou' | 'predictedIou'>> {
  const { width, height } = truth.size;
  const outcome = await engine.decodeCrop(signal, {
    photoId: id,
    model,
    crop: { box: { x0: 0, y0: 0, x1: width, y1: height }, image },
    prompt,
    isClear,
  });
  signal.throwIfAborted();
  if (!outcome.ok) throw new Error(describeEngineProblem(outcome.problem));
  const mask = maskOf(view.getState(), prompt, outcome.value);
  return {
    mask,
    predictedIou: scoreOf(outcome.value) ?? 0,
    iou: maskIou(mask, truth),
    boundaryIou: boundaryIou(mask, truth),
  };
}

/**
 * Every model about the degraded photo, and plain SAM about what Auto makes of it. Rejects with what went wrong, in
 * words, and with the signal's reason.
 */
export async function askAboutDegraded(
  context: Pick<Context, 'engine' | 'view'>,
  degrader: Degrader,
  signal: AbortSignal,
  { id, degraded, subject }: AskedDegraded,
): Promise<LabResult[]> {
  const { modelImage: image, report } = degraded;
  const asked = { ...subject, id, image, isClear: isClearPhoto(report) };
  const results: LabResult[] = [];
  for (const model of context.engine.status.getState().kinds)
    results.push({ subject: model, ...(await askPixels(context, signal, model, asked)) });
  const { modelImage, isClear } = await degrader.restore(signal, degraded);
  const restored = { ...subject, id: `${id} restored`, image: modelImage, isClear };
  const last = await askPixels(context, signal, 'plain', restored);
  return [...results, { subject: 'restored_plain', ...last }];
}

interface AskedDegraded {
  /** Names the photo and what was done to it. */
  readonly id: string;
  readonly degraded: Pick<Degraded, 'modelImage' | 'report'>;
  readonly subject: LabSubject;
}

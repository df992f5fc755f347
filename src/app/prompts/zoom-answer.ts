import { contract } from '../../contract/contract.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import { describeEngineProblem } from '../../engine/describe.ts';
import type { EngineStatus } from '../../engine/engine.ts';
import type { Decoded } from '../../engine/protocol.ts';
import { cropAround, reachesCropEdge } from '../../geometry/crop.ts';
import type { ImageBox } from '../../geometry/spaces.ts';
import { placeMask } from '../../mask/crop.ts';
import type { Mask } from '../../mask/mask.ts';
import { maskArea, maskBox } from '../../mask/measure.ts';
import type { Tidied } from '../../mask/tidy.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { zoomPrompt } from '../../prompt/zoom.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import type { ViewState } from '../state/view.ts';

/** A mask that is to be made again from the photo's own pixels. */
export interface Unzoomed {
  readonly photoId: string;
  readonly model: ModelKind;
  readonly prompt: Prompt;
  readonly mask: Mask;
}

export type Zoomed =
  | { readonly ok: true; readonly decoded: Decoded }
  /** In words; null when the signal was aborted. */
  | { readonly ok: false; readonly reason: string | null };

/** Whether the person asked for it. */
export function asksZoom(prompt: Prompt): boolean {
  return prompt.some(({ zoom }) => zoom);
}

/** Share of the photo: what covers less was found to gain. */
const SMALL_SHARE = 0.02;
/** Milliseconds of an encoding: a click that comes meanwhile has to wait for it. */
const QUICK = 1000;

/** Whether a mask deserves a zoom refine without being asked for: it is small, and the model saw the photo shrunk. */
export function gainsByZoom(
  { zoomHabit }: Pick<ViewState, 'zoomHabit'>,
  { lastEncodeMilliseconds }: Pick<EngineStatus, 'lastEncodeMilliseconds'>,
  mask: Mask,
): boolean {
  const isQuick = lastEncodeMilliseconds !== null && lastEncodeMilliseconds <= QUICK;
  if (zoomHabit === 'never' || (zoomHabit === 'quick' && !isQuick)) return false;
  const { size } = mask;
  const isShrunk = Math.max(size.width, size.height) > contract.image.size;
  return isShrunk && maskArea(mask) < SMALL_SHARE * size.width * size.height;
}

/** Around the mask, as a share of its longer side: room for what it lacked. */
const MARGIN = 0.5;
/** A mask that reaches the crop's edge gets a crop with twice the margin, so many times. */
const TRIES = 3;

/**
 * Looks at the mask's surroundings at full resolution and puts the prompt to the model again. The
 * mask's box beside the prompt was measured to hold on to its mistakes. The answer is a mask of
 * the whole photo; outside the crop the mask had no pixels, and has none.
 */
export async function zoomedAnswer(
  context: Context,
  signal: AbortSignal,
  before: Unzoomed,
): Promise<Zoomed> {
  const photo = before.mask.size;
  const box = maskBox(before.mask);
  if (!box) return refused(t('prompts.zoom.empty'));
  for (let i = 0; i < TRIES; i++) {
    const crop = cropAround(box, photo, MARGIN * 2 ** i);
    if (isWhole(crop, photo)) return refused(t('prompts.zoom.large'));
    const answer = await askOnCrop(context, signal, before, box, crop);
    if (!answer.ok) return answer;
    const place = (made: Mask) => placeMask(made, { x: crop.x0, y: crop.y0 }, photo);
    const mask = place(answer.decoded.mask);
    const found = maskBox(mask);
    if (!found) return refused(t('prompts.zoom.nothing'));
    if (!reachesCropEdge(found, crop, photo))
      return { ok: true, decoded: { ...answer.decoded, mask, tidied: placed(answer, place) } };
  }
  return refused(t('prompts.zoom.endless'));
}

function placed(
  { decoded: { tidied } }: Extract<Zoomed, { ok: true }>,
  place: (mask: Mask) => Mask,
): Tidied | null {
  return tidied && { ...tidied, mask: place(tidied.mask), changed: place(tidied.changed) };
}

async function askOnCrop(
  { files, photos, engine }: Context,
  signal: AbortSignal,
  { photoId, model, prompt }: Unzoomed,
  box: ImageBox,
  crop: ImageBox,
): Promise<Zoomed> {
  const file = await files.open(photoId).catch(() => null);
  const pixels = file && (await photos.crop(file, crop, signal).catch(() => null));
  if (signal.aborted) return refused(null);
  if (!pixels?.ok) return refused(t('problems.photoUnread'));
  const outcome = await engine.decodeCrop(signal, {
    photoId,
    model,
    crop: { box: crop, image: pixels.image },
    prompt: zoomPrompt(prompt, box, crop),
  });
  if (signal.aborted) return refused(null);
  if (outcome.ok) return { ok: true, decoded: outcome.value };
  return refused(describeEngineProblem(outcome.problem));
}

function isWhole({ x0, y0, x1, y1 }: ImageBox, photo: Mask['size']): boolean {
  return x1 - x0 === photo.width && y1 - y0 === photo.height;
}

function refused(reason: string | null): Zoomed {
  return { ok: false, reason };
}

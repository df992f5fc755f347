import type { ModelKind } from '../../contract/model-kind.ts';
import type { Decoded } from '../../engine/protocol.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { modelsInUse } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { answerOf } from '../state/questions.ts';
import { maskOf, tidies } from '../state/tidy-masks.ts';
import type { LiveMask } from '../state/view.ts';
import { asksZoom, gainsByZoom, zoomedAnswer } from './zoom-answer.ts';

interface Answer {
  readonly decoded: Decoded;
  readonly model: ModelKind;
  readonly prompt: Prompt;
  readonly answeredIn: number;
}

/** Shows what a model answered; a mask that gains by it, or for which it was asked, is then refined by zoom. */
export async function showAnswer(
  context: Context,
  signal: AbortSignal,
  answer: Answer,
): Promise<void> {
  const { view, engine } = context;
  const before = liveMask(context, answer, null);
  show(context, before);
  const photoId = view.getState().photo?.id;
  const isAsked = asksZoom(before.prompt);
  if (!photoId || !(isAsked || gainsByZoom(view.getState(), engine.status.getState(), before.mask)))
    return;
  view.setState({ zooming: true });
  const zoomedAt = performance.now();
  const zoomed = await zoomedAnswer(context, signal, { photoId, ...before });
  if (signal.aborted) return;
  view.setState({ zooming: false });
  // The mask as it is seen from the whole photo stays until there is a better one, and if there is none.
  if (zoomed.ok) {
    const { mask, tidied } = zoomed.decoded;
    const decoded = { ...answer.decoded, mask, tidied };
    show(context, liveMask(context, { ...answer, decoded }, performance.now() - zoomedAt));
  } else if (isAsked && zoomed.reason)
    notify(view, 'info', t('prompts.unchanged', { reason: zoomed.reason }));
}

function liveMask(
  { view }: Context,
  { decoded, model, prompt, answeredIn }: Answer,
  zoomedIn: number | null,
): LiveMask {
  const mask = maskOf(view.getState(), prompt, decoded);
  const isTidied = decoded.tidied !== null && tidies(view.getState(), prompt);
  const isZoomed = zoomedIn !== null;
  return { ...decoded, mask, isTidied, model, prompt, answeredIn, isZoomed, zoomedIn };
}

/** The other model's last mask stays on screen until its next one comes. */
function show(context: Context, answer: LiveMask): void {
  const { view } = context;
  const [leading, other] = modelsInUse(context);
  const compared = other ? answerOf(view.getState(), other) : null;
  if (answer.model === leading) view.setState({ live: answer, compared, pending: false });
  else view.setState({ compared: answer });
}

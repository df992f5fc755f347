import type { ModelKind } from '../../contract/model-kind.ts';
import type { Change } from '../../document/change.ts';
import type { MaskObject } from '../../document/types.ts';
import { maskArea } from '../../mask/measure.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { t } from '../../words/words.ts';
import { withoutAgreement } from '../objects/agreement.ts';
import { unlocked } from '../objects/locked.ts';
import { nextObject } from '../objects/new-object.ts';
import { withoutOverlap } from '../objects/overlap.ts';
import type { Context } from '../state/context.ts';
import { modelsInUse, now } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import {
  answerOf,
  currentPrompt,
  refinedObject,
  scoreOf,
  shownObjects,
} from '../state/questions.ts';
import type { LiveMask } from '../state/view.ts';
import { type Comparison, comparisonOf } from './comparison.ts';
import type { Decoding } from './decoding.ts';
import { preferredModel } from './preferred.ts';
import { promptInHandChanges } from './refining.ts';

type Keep = (model?: ModelKind) => Promise<void>;

/** How a mask in hand becomes an object. */
export function createKeeping(context: Context, decoding: Decoding): Keep {
  const { view } = context;

  /** What waits to be kept is seen to wait. */
  async function untilAnswered(prompt: Prompt, model: ModelKind): Promise<void> {
    view.setState({ keptNext: prompt });
    await decoding.settled(model);
    if (view.getState().keptNext === prompt) view.setState({ keptNext: null });
  }

  /** Against a truth both masks are waited for. */
  async function preferred(prompt: Prompt): Promise<ModelKind> {
    const [leading, ...others] = modelsInUse(context);
    const ask = () => preferredModel(...now(context), context.engine.status.getState());
    const model = ask();
    if (model) return model;
    for (const other of others) await untilAnswered(prompt, other);
    return ask() ?? leading;
  }

  return async (named) => {
    const prompt = currentPrompt(...now(context));
    const model = named ?? (await preferred(prompt));
    // Enter or a double-click often comes before the mask it means; a newer prompt calls it off.
    const isComing = answerOf(view.getState(), model)?.prompt !== prompt;
    if (isComing || view.getState().zooming) await untilAnswered(prompt, model);
    const { photo } = view.getState();
    const answer = answerOf(view.getState(), model);
    if (!photo || answer?.prompt !== prompt || prompt !== currentPrompt(...now(context))) return;
    if (keepMask(context, photo.id, answer)) void decoding.refresh();
  };
}

/** False where there is nothing to keep, or it may not be; the person is told. */
function keepMask(context: Context, photoId: string, answer: LiveMask): boolean {
  const { document, view } = context;
  const before = refinedObject(...now(context));
  if (before && unlocked(context, [before]).length === 0) return false;
  const made = madeBy(answer, comparisonOf(view.getState()));
  const mask = withoutOverlap(context, made.mask, before ? [before.id] : []);
  if (mask !== made.mask && maskArea(mask) === 0) {
    notify(view, 'info', t('objects.nothingFree'));
    return false;
  }
  const object = before
    ? { ...withoutAgreement(before), ...made, mask }
    : nextObject(context, { ...made, mask });
  const change: Change = before
    ? { kind: 'set-object', photoId, before, after: object }
    : { kind: 'add-object', photoId, object, index: shownObjects(...now(context)).length };
  document.commit({
    name: before ? t('steps.prompt.keep', { what: before.name }) : t('steps.prompt.keepNew'),
    photoId,
    changes: [...promptInHandChanges(context, photoId, [], null), change],
  });
  view.setState({ justKeptId: object.id });
  return true;
}

type Made = Pick<MaskObject, 'mask' | 'predictedIou' | 'agreement' | 'model' | 'prompt'>;

/** What the models and the prompt say about an object. */
function madeBy(answer: LiveMask, comparison: Comparison | null): Made {
  const { mask, prompt, model } = answer;
  const isCompared = comparison?.answers[model] === answer;
  return {
    mask,
    predictedIou: scoreOf(answer),
    ...(isCompared ? { agreement: comparison.iou } : {}),
    model,
    prompt,
  };
}

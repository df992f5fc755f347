import type { ModelKind } from '../../contract/model-kind.ts';
import type { Change } from '../../document/change.ts';
import type { MaskObject } from '../../document/types.ts';
import type { Candidate } from '../../engine/protocol.ts';
import type { ImageBox, ImagePoint } from '../../geometry/spaces.ts';
import { maskArea } from '../../mask/measure.ts';
import type { Prompt, PromptStep } from '../../prompt/prompt.ts';
import { t } from '../../words/words.ts';
import { withoutAgreement } from '../objects/agreement.ts';
import { unlocked } from '../objects/locked.ts';
import { nextObject } from '../objects/new-object.ts';
import { withoutOverlap } from '../objects/overlap.ts';
import { selectionOf } from '../objects/selection.ts';
import type { Context } from '../state/context.ts';
import { modelsInUse, now } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import {
  answerOf,
  currentPrompt,
  isPrompting,
  refinedId,
  refinedObject,
  scoreOf,
  shownObjects,
} from '../state/questions.ts';
import { type LiveMask, NO_PREVIEW } from '../state/view.ts';
import { type Comparison, comparisonOf } from './comparison.ts';
import type { Decoding } from './decoding.ts';
import { promptInHandChanges } from './refining.ts';

export interface PromptingVerbs {
  addPoint(at: ImagePoint, label: 'include' | 'exclude'): Promise<void>;
  addBox(box: ImageBox): Promise<void>;
  setDraftBox(box: ImageBox | null): void;
  setPolarity(polarity: 'include' | 'exclude'): void;
  /** Steps through the candidates of the last step; wraps. */
  cycleCandidate(step: 1 | -1): Promise<void>;
  chooseCandidate(token: number): Promise<void>;
  clearPrompt(): void;
  /**
   * Enter: the mask in hand, or that of the named model, becomes an object as soon as it is there, or
   * the new mask of the one that is being refined.
   */
  keep(model?: ModelKind): Promise<void>;
}

export function createPrompting(context: Context, decoding: Decoding): PromptingVerbs {
  const { document, view } = context;

  async function setPrompt(name: string, after: Prompt): Promise<void> {
    const photoId = view.getState().photo?.id;
    if (!photoId) return;
    const before = currentPrompt(...now(context));
    document.commit({ name, photoId, changes: [{ kind: 'set-prompt', photoId, before, after }] });
    await decoding.refresh();
  }

  function addStep(name: string, step: PromptStep): Promise<void> {
    // A new object begins: the keys for classes mean it now.
    if (currentPrompt(...now(context)).length === 0 && !refinedId(...now(context)))
      view.setState(selectionOf([]));
    return setPrompt(name, [...currentPrompt(...now(context)), step]);
  }

  async function chooseCandidate(token: number): Promise<void> {
    const prompt = currentPrompt(...now(context));
    const last = prompt.at(-1);
    if (!last || view.getState().live?.token === token) return;
    await setPrompt(t('steps.prompt.candidate'), [
      ...prompt.slice(0, -1),
      { ...last, candidate: token },
    ]);
  }

  function clearPrompt(): void {
    const photoId = view.getState().photo?.id;
    if (!photoId || !isPrompting(...now(context))) return;
    const object = refinedObject(...now(context));
    const name = object ? t('steps.prompt.leave', { what: object.name }) : t('steps.prompt.clear');
    document.commit({ name, photoId, changes: promptInHandChanges(context, photoId, [], null) });
    void decoding.refresh();
  }

  /** What waits to be kept is seen to wait. */
  async function untilAnswered(prompt: Prompt, model: ModelKind): Promise<void> {
    view.setState({ keptNext: prompt });
    await decoding.settled(model);
    if (view.getState().keptNext === prompt) view.setState({ keptNext: null });
  }

  return {
    addPoint: (at: ImagePoint, label) =>
      addStep(t(`steps.prompt.${label}`), { kind: 'point', at, label, candidate: null }),
    addBox: (box: ImageBox) =>
      addStep(t('steps.prompt.box'), { kind: 'box', box, candidate: null }),
    setPolarity: (polarity) => view.setState({ polarity }),
    setDraftBox: (draftBox) => view.setState({ draftBox, ...NO_PREVIEW }),
    async cycleCandidate(step) {
      const { live } = view.getState();
      const next = live && candidateBeside(live, step);
      if (next) await chooseCandidate(next.token);
    },
    chooseCandidate,
    clearPrompt,
    async keep(model = modelsInUse(context)[0]) {
      const prompt = currentPrompt(...now(context));
      // Enter or a double-click often comes before the mask it means; a newer prompt calls it off.
      const isComing = answerOf(view.getState(), model)?.prompt !== prompt;
      if (isComing || view.getState().zooming) await untilAnswered(prompt, model);
      const { photo } = view.getState();
      const answer = answerOf(view.getState(), model);
      if (!photo || answer?.prompt !== prompt || prompt !== currentPrompt(...now(context))) return;
      if (keepMask(context, photo.id, answer)) void decoding.refresh();
    },
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

/** The ends meet. */
function candidateBeside({ candidates, token }: LiveMask, step: 1 | -1): Candidate | undefined {
  const at = candidates.findIndex((candidate) => candidate.token === token);
  return candidates[(at + step + candidates.length) % candidates.length];
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

import type { ModelKind } from '../../contract/model-kind.ts';
import type { Candidate } from '../../engine/protocol.ts';
import type { ImageBox, ImagePoint } from '../../geometry/spaces.ts';
import type { Prompt, PromptStep } from '../../prompt/prompt.ts';
import { t } from '../../words/words.ts';
import { selectionOf } from '../objects/selection.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { currentPrompt, isPrompting, refinedId, refinedObject } from '../state/questions.ts';
import { type LiveMask, NO_PREVIEW } from '../state/view.ts';
import type { Decoding } from './decoding.ts';
import { createKeeping } from './keeping.ts';
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
   * Enter: the mask in hand (of two that are compared, the preferred one), or that of the named model, becomes an
   * object as soon as it is there, or the new mask of the one that is being refined.
   */
  keep(model?: ModelKind): Promise<void>;
}

export function createPrompting(context: Context, decoding: Decoding): PromptingVerbs {
  const { document, view } = context;
  const keep = createKeeping(context, decoding);

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
    keep,
  };
}

/** The ends meet. */
function candidateBeside({ candidates, token }: LiveMask, step: 1 | -1): Candidate | undefined {
  const at = candidates.findIndex((candidate) => candidate.token === token);
  return candidates[(at + step + candidates.length) % candidates.length];
}

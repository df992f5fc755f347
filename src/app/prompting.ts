import type { MaskObject } from '../document/types.ts';
import type { ImageBox, ImagePoint } from '../geometry/spaces.ts';
import { maskArea } from '../mask/measure.ts';
import type { Prompt, PromptStep } from '../prompt/prompt.ts';
import type { Annotator } from './annotator.ts';
import type { Context } from './context.ts';
import { currentPrompt, type Decoding, modelsInUse } from './decoding.ts';
import { answerOf, predictedIouOf } from './models.ts';
import { notify } from './notices.ts';
import { nextColor } from './object-colors.ts';
import { NOTHING_FREE, withoutOverlap } from './overlap.ts';
import { type LiveMask, NO_PREVIEW } from './view.ts';

type PromptingVerbs = Pick<
  Annotator,
  | 'addPoint'
  | 'addBox'
  | 'setDraftBox'
  | 'cycleCandidate'
  | 'chooseCandidate'
  | 'clearPrompt'
  | 'cancel'
  | 'keep'
>;

export function createPrompting(
  context: Context,
  decoding: Decoding,
  cancelOpening: () => void,
): PromptingVerbs {
  const { document, view } = context;

  async function setPrompt(name: string, after: Prompt): Promise<void> {
    const photoId = view.getState().photo?.id;
    if (!photoId) return;
    const before = currentPrompt(context);
    document.commit({ name, photoId, changes: [{ kind: 'set-prompt', photoId, before, after }] });
    await decoding.refresh();
  }

  function addStep(name: string, step: PromptStep): Promise<void> {
    return setPrompt(name, [...currentPrompt(context), step]);
  }

  async function chooseCandidate(token: number): Promise<void> {
    const prompt = currentPrompt(context);
    const last = prompt.at(-1);
    if (!last || view.getState().live?.token === token) return;
    await setPrompt('choose mask', [...prompt.slice(0, -1), { ...last, candidate: token }]);
  }

  function clearPrompt(): void {
    if (currentPrompt(context).length > 0) void setPrompt('clear prompt', []);
  }

  function keepMask(photoId: string, answer: LiveMask): void {
    const kept = document.state.getState().objects[photoId] ?? [];
    const { prompt, model } = answer;
    const mask = withoutOverlap(context, answer.mask);
    if (mask !== answer.mask && maskArea(mask) === 0) {
      notify(view, 'info', NOTHING_FREE);
      return;
    }
    const predictedIou = predictedIouOf(answer);
    const object = newObject(kept, { mask, prompt, model, predictedIou });
    document.commit({
      name: 'keep object',
      photoId,
      changes: [
        { kind: 'set-prompt', photoId, before: prompt, after: [] },
        { kind: 'add-object', photoId, object, index: kept.length },
      ],
    });
    void decoding.refresh();
  }

  return {
    addPoint: (at: ImagePoint, label) =>
      addStep(`${label} point`, { kind: 'point', at, label, candidate: null }),
    addBox: (box: ImageBox) => addStep('box', { kind: 'box', box, candidate: null }),
    setDraftBox: (draftBox) => view.setState({ draftBox, ...NO_PREVIEW }),
    async cycleCandidate(step) {
      const { live } = view.getState();
      if (!live) return;
      const { candidates } = live;
      const at = candidates.findIndex(({ token }) => token === live.token);
      const next = candidates[(at + step + candidates.length) % candidates.length];
      if (next) await chooseCandidate(next.token);
    },
    chooseCandidate,
    clearPrompt,
    cancel() {
      const { draftBox, draft, reshaping, opening } = view.getState();
      if (draftBox || draft) view.setState({ draftBox: null, draft: null });
      else if (reshaping) view.setState({ reshaping: null });
      else if (opening) cancelOpening();
      else if (currentPrompt(context).length > 0) clearPrompt();
      else view.setState({ selectedObjectId: null });
    },
    async keep(model = modelsInUse(context)[0]) {
      const prompt = currentPrompt(context);
      // Enter or a double-click often comes before the mask it means; a newer prompt calls it off.
      if (answerOf(view.getState(), model)?.prompt !== prompt) await decoding.settled(model);
      const { photo } = view.getState();
      const answer = answerOf(view.getState(), model);
      if (!photo || answer?.prompt !== prompt || prompt !== currentPrompt(context)) return;
      keepMask(photo.id, answer);
    },
  };
}

/** The next object after those kept, in a colour and with a number of its own. */
export function newObject(
  kept: readonly MaskObject[],
  made: Pick<MaskObject, 'mask' | 'prompt' | 'model' | 'predictedIou'>,
): MaskObject {
  const color = nextColor(kept);
  const { mask, prompt, model, predictedIou } = made;
  return {
    id: crypto.randomUUID(),
    name: `Object ${color + 1}`,
    mask,
    color,
    className: null,
    predictedIou,
    model,
    prompt,
  };
}

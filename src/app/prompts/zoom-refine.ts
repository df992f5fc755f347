import type { MaskObject } from '../../document/types.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { t } from '../../words/words.ts';
import { withoutAgreement } from '../objects/agreement.ts';
import { unlockedObject } from '../objects/locked.ts';
import type { Context } from '../state/context.ts';
import { modelsInUse, now } from '../state/context.ts';
import type { ZoomHabit } from '../state/model-choice.ts';
import { notify } from '../state/notices.ts';
import { currentPrompt, scoreOf, shownObjects } from '../state/questions.ts';
import { maskOf } from '../state/tidy-masks.ts';
import type { Decoding } from './decoding.ts';
import { asksZoom, zoomedAnswer } from './zoom-answer.ts';

export interface ZoomRefineVerbs {
  /**
   * The mask in hand, else the selected object, is made again from its surroundings at full
   * resolution: one undo step.
   */
  zoomRefine(): Promise<void>;
  /** False when no object was being looked at. */
  cancelZoomRefine(): boolean;
  /** When small masks are refined automatically. */
  setZoomHabit(habit: ZoomHabit): void;
}

export function createZoomRefine(context: Context, decoding: Decoding): ZoomRefineVerbs {
  const { document, view } = context;
  let looking: AbortController | null = null;

  async function refinePrompt(photoId: string, before: Prompt): Promise<void> {
    if (asksZoom(before)) return;
    const after = asZoomed(before);
    const change = { kind: 'set-prompt', photoId, before, after } as const;
    document.commit({ name: t('steps.prompt.zoom'), photoId, changes: [change] });
    await decoding.refresh();
  }

  async function refineObject(photoId: string, objectId: string): Promise<void> {
    const before = unlockedObject(context, objectId);
    if (!before) return;
    looking?.abort();
    const mine = new AbortController();
    looking = mine;
    view.setState({ zooming: true });
    const model = before.model ?? modelsInUse(context)[0];
    const { mask, prompt } = before;
    const answer = await zoomedAnswer(context, mine.signal, { photoId, model, prompt, mask });
    if (looking === mine) {
      looking = null;
      view.setState({ zooming: false });
    }
    const isSame = shownObjects(...now(context)).includes(before);
    if (!answer.ok && answer.reason) notify(view, 'info', stayedWords(before, answer.reason));
    if (!answer.ok || !isSame || mine.signal.aborted) return;
    const found = maskOf(view.getState(), prompt, answer.decoded);
    const predictedIou = scoreOf(answer.decoded);
    const made = { mask: found, model, predictedIou, prompt: asZoomed(prompt) };
    const after = { ...withoutAgreement(before), ...made };
    const change = { kind: 'set-object', photoId, before, after } as const;
    const name = t('steps.prompt.zoomObject', { what: before.name });
    document.commit({ name, photoId, changes: [change] });
  }

  return {
    async zoomRefine() {
      const { photo, selectedObjectId } = view.getState();
      const prompt = currentPrompt(...now(context));
      if (photo && prompt.length > 0) await refinePrompt(photo.id, prompt);
      else if (photo && selectedObjectId) await refineObject(photo.id, selectedObjectId);
      else if (photo) notify(view, 'info', t('prompts.nothingToZoom'));
    },
    cancelZoomRefine() {
      if (!looking) return false;
      looking.abort();
      looking = null;
      view.setState({ zooming: false });
      return true;
    },
    setZoomHabit(zoomHabit) {
      view.setState({ zoomHabit });
      void decoding.refresh();
    },
  };
}

function stayedWords({ name }: MaskObject, reason: string): string {
  return t('prompts.unchangedObject', { name, reason });
}

/** The prompt, asking for its mask at full resolution. */
function asZoomed(prompt: Prompt): Prompt {
  return prompt.map((step, i) => (i === prompt.length - 1 ? { ...step, zoom: true } : step));
}

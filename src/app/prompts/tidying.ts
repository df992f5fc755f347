import type { Prompt, PromptStep } from '../../prompt/prompt.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { currentPrompt } from '../state/questions.ts';
import { tidies } from '../state/tidy-masks.ts';
import { NO_PREVIEW } from '../state/view.ts';
import type { Decoding } from './decoding.ts';

export interface TidyingVerbs {
  /** Whether specks and small holes go from masks that the model makes. */
  setTidiesMasks(isOn: boolean): void;
  /** Those of the mask in hand come back, or go again: one undo step. */
  toggleTidied(): Promise<void>;
}

export function createTidying(context: Context, decoding: Decoding): TidyingVerbs {
  const { document, view } = context;
  return {
    setTidiesMasks(tidiesMasks) {
      view.setState({ tidiesMasks, ...NO_PREVIEW });
      void decoding.refresh();
    },
    async toggleTidied() {
      const photoId = view.getState().photo?.id;
      const before = currentPrompt(...now(context));
      if (!photoId || before.length === 0 || !view.getState().tidiesMasks) return;
      const goes = tidies(view.getState(), before);
      const after = goes ? asIs(before) : withoutAsIs(before);
      const name = t(goes ? 'steps.prompt.asIs' : 'steps.prompt.tidy');
      const change = { kind: 'set-prompt', photoId, before, after } as const;
      document.commit({ name, photoId, changes: [change] });
      await decoding.refresh();
    },
  };
}

function asIs(prompt: Prompt): Prompt {
  return prompt.map((step, i) => (i === prompt.length - 1 ? { ...step, asIs: true } : step));
}

function withoutAsIs(prompt: Prompt): Prompt {
  return prompt.map(({ asIs: _, ...step }) => step satisfies PromptStep);
}

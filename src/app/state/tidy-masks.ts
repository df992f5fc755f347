import type { Decoded } from '../../engine/protocol.ts';
import type { Mask } from '../../mask/mask.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import type { ViewState } from './view.ts';

/** Whether a prompt's masks lose their specks and small holes. */
export function tidies({ tidiesMasks }: Pick<ViewState, 'tidiesMasks'>, prompt: Prompt): boolean {
  return tidiesMasks && !prompt.some(({ asIs }) => asIs);
}

/** The mask that is shown and kept of an answer. */
export function maskOf(
  view: Pick<ViewState, 'tidiesMasks'>,
  prompt: Prompt,
  { mask, tidied }: Pick<Decoded, 'mask' | 'tidied'>,
): Mask {
  return tidied && tidies(view, prompt) ? tidied.mask : mask;
}

import { contract } from '../../contract/contract.ts';
import type { Size } from '../../geometry/spaces.ts';
import { maskFromLogits } from '../../mask/from-logits.ts';
import { type Meant, tidyMask } from '../../mask/tidy.ts';
import { withoutChequer } from '../../mask/without-chequer.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import type { Decoded } from '../protocol.ts';
import { chosenToken, rankTokens } from './candidates.ts';
import { type Answer, logitsOf } from './decoder.ts';

/** Photo and input size of the embedding the answer was made from. */
interface Placement {
  readonly photo: Size;
  readonly input: Size;
}

/** The one mask that crosses the thread, and the list of those that could; `worth` maps a predicted IoU. */
export function answerMask(
  answer: Answer,
  prompt: Prompt,
  { photo, input }: Placement,
  worth: (predictedIou: number) => number,
): Omit<Decoded, 'milliseconds'> {
  const token = chosenToken(prompt, answer);
  const mask = maskFromLogits({
    logits: withoutChequer(logitsOf(answer, token), contract.mask.size),
    logitsSize: contract.mask.size,
    inputSide: contract.image.size,
    input,
    photo,
    threshold: contract.mask.threshold,
  });
  const candidates = rankTokens(prompt, answer).map((candidate) => ({
    token: candidate,
    predictedIou: worth(answer.predictedIou[candidate] ?? 0),
    area: Math.round((answer.coverage[candidate] ?? 0) * photo.width * photo.height),
  }));
  const tidied = tidyMask(mask, cellArea({ photo, input }), meantBy(prompt));
  return { mask, tidied, token, candidates };
}

/** Photo pixels in a cell of the logits. */
export function cellArea({ photo, input }: Placement): number {
  const { size } = contract.image;
  const cells = (length: number) => (length * contract.mask.size) / size;
  return (photo.width * photo.height) / (cells(input.width) * cells(input.height));
}

function meantBy(prompt: Prompt): Meant {
  const at = (label: 'include' | 'exclude') =>
    prompt.flatMap((step) => (step.kind === 'point' && step.label === label ? [step.at] : []));
  return { inside: at('include'), outside: at('exclude') };
}

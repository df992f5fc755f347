import { contract } from '../../contract/contract.ts';
import type { Size } from '../../geometry/spaces.ts';
import { maskFromLogits } from '../../mask/from-logits.ts';
import type { Mask } from '../../mask/mask.ts';
import { withoutChequer } from '../../mask/without-chequer.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import type { Candidate } from '../protocol.ts';
import { chosenToken, rankTokens } from './candidates.ts';
import { type Answer, logitsOf } from './decoder.ts';

/** Photo and input size of the embedding the answer was made from. */
interface Placement {
  readonly photo: Size;
  readonly input: Size;
}

/** The one mask that crosses the thread, and the list of those that could. */
export function answerMask(
  answer: Answer,
  prompt: Prompt,
  { photo, input }: Placement,
): { mask: Mask; token: number; candidates: Candidate[] } {
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
    // An estimate may overshoot what an IoU can be.
    predictedIou: Math.min(1, Math.max(0, answer.predictedIou[candidate] ?? 0)),
    area: Math.round((answer.coverage[candidate] ?? 0) * photo.width * photo.height),
  }));
  return { mask, token, candidates };
}

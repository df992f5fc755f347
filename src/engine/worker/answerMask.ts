import { contract } from '../../contract/contract.ts';
import type { Size } from '../../geometry/spaces.ts';
import { maskFromLogits } from '../../mask/fromLogits.ts';
import type { Mask } from '../../mask/mask.ts';
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
  const token = chosenToken(prompt, answer.predictedIou);
  const mask = maskFromLogits({
    logits: logitsOf(answer, token),
    logitsSize: contract.mask.size,
    inputSide: contract.image.size,
    input,
    photo,
    threshold: contract.mask.threshold,
  });
  const candidates = rankTokens(prompt, answer.predictedIou).map((candidate) => ({
    token: candidate,
    predictedIou: answer.predictedIou[candidate] as number,
    area: areaOf(logitsOf(answer, candidate), { photo, input }),
  }));
  return { mask, token, candidates };
}

/** Photo pixels a mask will have, counted in the logits' cells: within a percent for what one can click. */
function areaOf(logits: Float32Array, { photo, input }: Placement): number {
  const { size } = contract.mask;
  const columns = Math.max(1, Math.round((input.width * size) / contract.image.size));
  const rows = Math.max(1, Math.round((input.height * size) / contract.image.size));
  let cells = 0;
  for (let y = 0; y < rows; y++) {
    const row = y * size;
    for (let i = row; i < row + columns; i++) {
      if ((logits[i] as number) > contract.mask.threshold) cells++;
    }
  }
  return Math.round((cells * photo.width * photo.height) / (columns * rows));
}

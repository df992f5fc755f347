import { contract } from '../../contract/contract.ts';
import type { Size } from '../../geometry/spaces.ts';
import { maskFromLogits } from '../../mask/from-logits.ts';
import { type Meant, tidyMask } from '../../mask/tidy.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { type DecodeSteps, decodeLaps, type Laps } from '../laps.ts';
import type { Decoded } from '../protocol.ts';
import { chosenToken, rankTokens } from './candidates.ts';
import { type Answer, shownLogits } from './decoder.ts';

/** Photo and input size of the embedding the answer was made from. */
interface Placement {
  readonly photo: Size;
  readonly input: Size;
}

/** How an answer is judged and timed. */
interface Judged {
  /** What a predicted IoU is worth. */
  worth(predictedIou: number): number;
  readonly laps?: Laps<DecodeSteps>;
}

/** The one mask that crosses the thread, and the list of those that could. */
export function answerMask(
  answer: Answer,
  prompt: Prompt,
  { photo, input }: Placement,
  { worth, laps = decodeLaps() }: Judged,
): Decoded {
  const token = chosenToken(prompt, answer);
  const mask = maskFromLogits({
    logits: shownLogits(answer, token),
    logitsSize: contract.mask.size,
    inputSide: contract.image.size,
    input,
    photo,
    threshold: contract.mask.threshold,
  });
  laps.end('mask');
  const candidates = rankTokens(prompt, answer).map((candidate) => ({
    token: candidate,
    predictedIou: worth(answer.predictedIou[candidate] ?? 0),
    area: Math.round((answer.coverage[candidate] ?? 0) * photo.width * photo.height),
  }));
  laps.end('choice');
  const tidied = tidyMask(mask, cellArea({ photo, input }), meantBy(prompt));
  laps.end('tidy');
  const { milliseconds } = answer;
  return { mask, tidied, token, candidates, milliseconds, steps: laps.steps };
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

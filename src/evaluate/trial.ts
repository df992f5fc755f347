import type { Mask } from '../mask/mask.ts';
import type { Prompt, PromptStep } from '../prompt/prompt.ts';
import { type Quality, qualityOf } from './metrics.ts';
import { boxStep, centralClick, correctiveClick, looseBoxStep, randomClicks } from './prompts.ts';
import { createRandom } from './random.ts';

/** What each object is asked by, named as training/evaluation names it. */
export const QUESTIONS = ['centre', 'points', 'box', 'loose_box', 'corrections', 'clicks'] as const;
export type Question = (typeof QUESTIONS)[number];
/** Those that end in a mask, for clicks are counted; and a prompt that somebody gave. */
export type MaskQuestion = Exclude<Question, 'clicks'> | 'own';

const CORRECTIONS = 5;
export const MOST_CLICKS = 20;
/** Clicks are counted until the answer is this good, or there are too many. */
export const GOOD_ENOUGH = [0.85, 0.9] as const;

export interface Reply {
  readonly mask: Mask;
  /** What the model expects of it. */
  readonly predictedIou: number;
}

/** `asOne`: all steps at once; else each with the mask so far. */
export type Ask = (prompt: Prompt, asOne: boolean) => Promise<Reply>;

export interface MaskAnswer extends Quality {
  readonly prompt: MaskQuestion;
  readonly predictedIou: number;
}

export interface ClickAnswer {
  readonly prompt: 'clicks';
  /** For each of GOOD_ENOUGH: clicks that it took; null: MOST_CLICKS were not enough. */
  readonly counts: readonly (number | null)[];
  /** The best of all answers. */
  readonly iou: number;
}

export type TrialAnswer = MaskAnswer | ClickAnswer;

interface Trial {
  readonly truth: Mask;
  readonly questions: readonly Question[];
  /** uint32: what is drawn at random is the same for the same ones. */
  readonly seeds: readonly number[];
}

/** Asks one model about one object in all ways; none for an object of no pixels. */
export async function runTrial(
  ask: Ask,
  { truth, questions, seeds }: Trial,
): Promise<TrialAnswer[]> {
  const random = createRandom(...seeds);
  const first = centralClick(truth);
  if (!first) return [];
  const answers: TrialAnswer[] = [];
  const asks = (question: Question) => questions.includes(question);
  const take = (prompt: MaskQuestion, { mask, predictedIou }: Reply) =>
    answers.push({ prompt, predictedIou, ...qualityOf(mask, truth) });
  // In the order in which training/evaluation draws them.
  if (asks('points')) take('points', await ask(randomClicks(truth, random), true));
  const box = asks('box') ? boxStep(truth) : null;
  if (box) take('box', await ask([box], true));
  const loose = asks('loose_box') ? looseBoxStep(truth, random) : null;
  if (loose) take('loose_box', await ask([loose], true));
  const wanted = asks('clicks') ? MOST_CLICKS : asks('corrections') ? CORRECTIONS : 1;
  if (!asks('centre') && wanted === 1) return answers;
  const chain = await runClicks(ask, truth, first, { most: wanted, counts: asks('clicks') });
  const [central] = chain;
  const corrected = chain[CORRECTIONS - 1] ?? chain.at(-1);
  if (central && asks('centre')) take('centre', central);
  if (corrected && asks('corrections')) take('corrections', corrected);
  if (asks('clicks')) answers.push(countClicks(chain));
  return answers;
}

type Click = Reply & { readonly iou: number };

/** A click in the middle, then one on the largest mistake, and so on, each with the mask so far. */
async function runClicks(
  ask: Ask,
  truth: Mask,
  first: PromptStep,
  { most, counts }: { readonly most: number; readonly counts: boolean },
): Promise<Click[]> {
  const chain: Click[] = [];
  const steps: PromptStep[] = [];
  const best = Math.max(...GOOD_ENOUGH);
  for (let next: PromptStep | null = first; next && chain.length < most; ) {
    steps.push(next);
    const reply = await ask([...steps], false);
    const { iou } = qualityOf(reply.mask, truth);
    chain.push({ ...reply, iou });
    if (counts && chain.length >= CORRECTIONS && chain.some((click) => click.iou >= best)) break;
    next = correctiveClick(truth, reply.mask);
  }
  return chain;
}

function countClicks(chain: readonly Click[]): ClickAnswer {
  const counts = GOOD_ENOUGH.map((wanted) => {
    const at = chain.findIndex(({ iou }) => iou >= wanted);
    return at < 0 ? null : at + 1;
  });
  const [enough = chain.length] = counts.slice(-1).map((count) => count ?? chain.length);
  return { prompt: 'clicks', counts, iou: Math.max(...chain.slice(0, enough).map((c) => c.iou)) };
}

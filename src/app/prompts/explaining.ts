import type { ExplainOutcome } from '../../engine/protocol.ts';
import type { Context } from '../state/context.ts';
import type { LiveMask } from '../state/view.ts';

/** What the models last answered on a photo; the prompt may be kept or gone by now. */
export interface LastAnswers {
  readonly photoId: string;
  /** The one in hand first. */
  readonly answers: readonly [LiveMask, ...LiveMask[]];
}

export interface ExplainingVerbs {
  /** Null before the first click. */
  lastAnswers(): LastAnswers | null;
  /** How a model came to one of them; problem `no-embedding` where the photo is no longer in memory. */
  explainAnswer(
    signal: AbortSignal,
    photoId: string,
    answer: Pick<LiveMask, 'model' | 'prompt'>,
  ): Promise<ExplainOutcome>;
}

export function createExplaining({ view, engine }: Context): ExplainingVerbs {
  let last: LastAnswers | null = null;
  view.subscribe(({ photo, live, compared }, before) => {
    if (!photo || !live || (live === before.live && compared === before.compared)) return;
    const isOfOne = compared?.prompt === live.prompt;
    last = { photoId: photo.id, answers: isOfOne ? [live, compared] : [live] };
  });
  return {
    lastAnswers: () => last,
    explainAnswer: (signal, photoId, { model, prompt }) =>
      engine.explain(signal, { photoId, model, prompt }),
  };
}

import type { ModelKind } from '../../contract/model-kind.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { type PromptKind, promptKind } from '../../prompt/prompt-kind.ts';
import { isClearPhoto } from '../../report/clarity.ts';
import type { PhotoFigures } from '../../report/report.ts';
import measured from './likelier.json' with { type: 'json' };

/**
 * How often RobustSAM's mask was the better one where the two differed, on val photos (training/likelier.py). What the
 * models think of their masks is no part of it: a choice by that was worse than always the same model.
 */
export interface Odds {
  readonly prompt: PromptKind;
  readonly isClear: boolean;
  readonly cases: number;
  /** Part of the cases, 0 to 1, and between which two 95 % of such shares lie. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** What was measured with such prompts on such photos; null for a photo or a model set that was not. */
export function oddsFor(
  prompt: Prompt,
  figures: PhotoFigures | undefined,
  setId: string | undefined,
): Odds | null {
  if (!figures || setId !== measured.set) return null;
  const isClear = isClearPhoto(figures);
  const kind = promptKind(prompt);
  return { prompt: kind, isClear, ...measured[isClear ? 'clear' : 'degraded'][kind] };
}

/** Null: too close to say. */
export function likelierBy({ low, high }: Odds): ModelKind | null {
  if (low > 0.5) return 'robust';
  return high < 0.5 ? 'plain' : null;
}

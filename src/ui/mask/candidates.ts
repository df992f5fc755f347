import type { LiveMask } from '../../app/state/view.ts';
import type { Candidate } from '../../engine/protocol.ts';
import { faultsOf } from '../../report/quality.ts';
import type { PhotoFigures } from '../../report/report.ts';
import { t } from '../../words/words.ts';
import { formatShare } from '../kit/format.ts';

const SINGLE_TOKEN = 0;
const BY_SIZE = ['whole', 'part', 'subPart'] as const;

/** What to call each candidate, by token: the ambiguous three by size, the one for several prompts "Best match". */
export function candidateNames(candidates: readonly Candidate[]): ReadonlyMap<number, string> {
  const bySize = candidates
    .filter(({ token }) => token !== SINGLE_TOKEN)
    .sort((a, b) => b.area - a.area || a.token - b.token);
  const names = new Map<number, string>([[SINGLE_TOKEN, t('candidates.names.single')]]);
  bySize.forEach(({ token }, rank) => {
    const name = BY_SIZE[rank];
    names.set(token, name ? t(`candidates.names.${name}`) : t('candidates.names.other', { token }));
  });
  return names;
}

/** How large it is, what its figure means, and why the best match comes first. */
export function candidateTip(token: number, share: number): string {
  const facts = `${t('format.ofPhoto', { share: formatShare(share) })}. ${t('candidates.confidence')}`;
  return token === SINGLE_TOKEN ? `${facts} ${t('candidates.bestMatchWhy')}` : facts;
}

/**
 * A model that expects less of its best mask is unsure. On everyday scenes (training/RESULTS.md) that is a third of all masks
 * and two thirds of those that are half wrong, and one in ten of the good ones (IoU over 0.8).
 */
const UNSURE_BELOW = { poor: 0.55, clear: 0.5 } as const;

export function unsureBelow(figures: PhotoFigures | undefined): number {
  return faultsOf(figures).length > 0 ? UNSURE_BELOW.poor : UNSURE_BELOW.clear;
}

/** Whether the candidate is the best one (they come best first) and yet not to be trusted on a photo like this. */
export function isUnsure(
  { candidates, token }: Pick<LiveMask, 'candidates' | 'token'>,
  figures: PhotoFigures | undefined,
): boolean {
  const [best] = candidates;
  return best?.token === token && best.predictedIou < unsureBelow(figures);
}

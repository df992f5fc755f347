import type { Candidate } from '../../engine/protocol.ts';
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

/** A model that expects less of its best mask has not seen enough of the object. */
export const UNSURE_BELOW = 0.75;

/** Whether the candidate is the best one (they come best first) and yet not to be trusted. */
export function isUnsure(candidates: readonly Candidate[], token: number): boolean {
  const [best] = candidates;
  return best?.token === token && best.predictedIou < UNSURE_BELOW;
}

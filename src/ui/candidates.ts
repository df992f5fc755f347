import type { Candidate } from '../engine/protocol.ts';

const SINGLE_TOKEN = 0;
const BY_SIZE = ['Whole', 'Part', 'Sub-part'] as const;

/** What to call each candidate, by token: the ambiguous three by size, the model's single mask "Single". */
export function candidateNames(candidates: readonly Candidate[]): ReadonlyMap<number, string> {
  const bySize = candidates
    .filter(({ token }) => token !== SINGLE_TOKEN)
    .sort((a, b) => b.area - a.area || a.token - b.token);
  const names = new Map<number, string>([[SINGLE_TOKEN, 'Single']]);
  bySize.forEach(({ token }, rank) => {
    names.set(token, BY_SIZE[rank] ?? `Mask ${token}`);
  });
  return names;
}

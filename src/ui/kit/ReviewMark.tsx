import { Check, RotateCcw, X } from 'lucide-react';
import type { ReviewState } from '../../document/review.ts';

const ICONS = { accepted: Check, rejected: X, mended: RotateCcw } as const;

/** What was decided, by shape as well as by colour; the words are beside it. */
export function ReviewMark({ state }: { readonly state: ReviewState }) {
  const Icon = ICONS[state];
  return (
    <span className="review-mark" data-state={state}>
      <Icon aria-hidden size={12} strokeWidth={3} />
    </span>
  );
}

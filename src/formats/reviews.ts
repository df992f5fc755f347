import * as v from 'valibot';
import { type Attribute, LABEL_REVIEW_STATES, type LabelReview } from './dataset.ts';

/** Names of the attributes that say what a reviewer said, where a format has no other place for it. */
const STATE = 'review';
const BY = 'review_by';
const DATE = 'review_date';
const COMMENT = 'review_comment';
const NAMES: readonly string[] = [STATE, BY, DATE, COMMENT];

/** The object's own attributes, and what a reviewer said. */
export function withReviewAttributes(
  attributes: readonly Attribute[],
  review: LabelReview | undefined,
): readonly Attribute[] {
  if (!review) return attributes;
  const { state, by, when, comment } = review;
  return [
    ...attributes,
    [STATE, state],
    ...(by === '' ? [] : [[BY, by] as const]),
    ...(when === 0 ? [] : [[DATE, new Date(when).toISOString()] as const]),
    ...(comment === '' ? [] : [[COMMENT, comment] as const]),
  ];
}

/** For JSON that has room for an object of its own. */
export function reviewFields({ state, by, when, comment }: LabelReview) {
  return { state, by, when: when === 0 ? '' : new Date(when).toISOString(), comment };
}

const Fields = v.object({
  state: v.picklist(LABEL_REVIEW_STATES),
  comment: v.fallback(v.string(), ''),
  by: v.fallback(v.string(), ''),
  when: v.pipe(v.unknown(), v.transform(dateFrom)),
});

/** The inverse of `reviewFields`; anything else says nothing. */
export const ReviewFields = v.fallback(v.optional(Fields), undefined);

/** The inverse of `withReviewAttributes`; an attribute of that name which says something else stays one. */
export function splitReview(all: readonly Attribute[]): {
  readonly attributes: readonly Attribute[];
  readonly review?: LabelReview;
} {
  const find = (wanted: string) => all.find(([name]) => name === wanted)?.[1];
  const state = LABEL_REVIEW_STATES.find((one) => one === find(STATE));
  if (!state) return { attributes: all };
  const text = (name: string) => String(find(name) ?? '');
  return {
    attributes: all.filter(([name]) => !NAMES.includes(name)),
    review: { state, by: text(BY), when: dateFrom(find(DATE)), comment: text(COMMENT) },
  };
}

/** Whatever a file says: 0 where it is no date. */
function dateFrom(value: unknown): number {
  const when = typeof value === 'string' ? Date.parse(value) : 0;
  return Number.isNaN(when) ? 0 : when;
}

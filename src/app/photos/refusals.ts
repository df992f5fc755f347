import type { StoreApi } from 'zustand/vanilla';
import { describePhotoProblem } from '../../photo/describe.ts';
import type { PhotoProblem } from '../../photo/protocol.ts';
import { t } from '../../words/words.ts';
import { notify } from '../state/notices.ts';
import type { ViewState } from '../state/view.ts';

/** The files of one opening that are no good: a few are named, the others counted. */
export interface Refusals {
  add(name: string, problem: PhotoProblem): void;
  /** All in one notice, so they don't cover the work. */
  say(view: StoreApi<ViewState>): void;
}

const NAMED = 5;

export function createRefusals(): Refusals {
  const lines: string[] = [];
  let unnamed = 0;
  return {
    add(name, problem) {
      if (lines.length < NAMED) lines.push(`${name}: ${describePhotoProblem(problem)}`);
      else unnamed += 1;
    },
    say(view) {
      const more = unnamed > 0 ? [t('photos.moreUnopened', { count: unnamed })] : [];
      if (lines.length > 0) notify(view, 'error', [...lines, ...more].join('\n'));
    },
  };
}

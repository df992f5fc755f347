import type { Annotator } from '../app/annotator.ts';
import { lastPointChange } from '../app/state/editing.ts';

/** What is being done to an outline's points comes first: it is no step of the history yet. */
export function undo(annotator: Annotator): void {
  if (canTakeBackPoint(annotator)) annotator.takeBackHandle();
  else void annotator.undo();
}

export function canTakeBackPoint({ view }: Pick<Annotator, 'view'>): boolean {
  return lastPointChange(view.getState().outline) !== -1;
}

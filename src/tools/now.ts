import type { Annotator } from '../app/annotator.ts';

/** Document and view as they are now, for the questions that are about both. */
export function now({ document, view }: Pick<Annotator, 'document' | 'view'>) {
  return [document.getState(), view.getState()] as const;
}

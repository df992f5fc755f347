import type { Context } from '../state/context.ts';
import { type ClipboardVerbs, createClipboard } from './clipboard.ts';
import { type CopyFromPreviousVerbs, createCopyFromPrevious } from './copy-from-previous.ts';
import { createObjectVerbs, type ObjectEditVerbs } from './object-verbs.ts';
import { createSelection, type SelectionVerbs } from './selection.ts';

/** Kept objects of the shown photo. */
export interface ObjectVerbs
  extends SelectionVerbs,
    ObjectEditVerbs,
    CopyFromPreviousVerbs,
    ClipboardVerbs {}

export function createObjects(
  context: Context,
  steps: Parameters<typeof createCopyFromPrevious>[1],
): ObjectVerbs {
  return {
    ...createSelection(context),
    ...createObjectVerbs(context),
    ...createCopyFromPrevious(context, steps),
    ...createClipboard(context),
  };
}

import type { DocumentState, MaskObject } from '../document/types.ts';
import type { LiveMask, ViewState } from './view.ts';

/** What a stroke or an area would change. */
export type EditTarget =
  | { readonly kind: 'object'; readonly object: MaskObject }
  /** The mask in hand: the edit keeps it. */
  | { readonly kind: 'live'; readonly live: LiveMask }
  | { readonly kind: 'new' };

export function editTargetOf(
  { photo, selectedObjectId, live }: Pick<ViewState, 'photo' | 'selectedObjectId' | 'live'>,
  { objects, prompts }: Pick<DocumentState, 'objects' | 'prompts'>,
): EditTarget {
  const object = objects[photo?.id ?? '']?.find(({ id }) => id === selectedObjectId);
  if (object) return { kind: 'object', object };
  // An answer to an older prompt is not what the person sees as theirs.
  const isCurrent = live !== null && live.prompt === prompts[photo?.id ?? ''];
  return isCurrent ? { kind: 'live', live } : { kind: 'new' };
}

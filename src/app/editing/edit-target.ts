import type { DocumentState, MaskObject } from '../../document/types.ts';
import type { LiveMask, ViewState } from '../view.ts';

/** What a stroke or an area would change. */
export type EditTarget =
  | { readonly kind: 'object'; readonly object: MaskObject }
  /** The mask in hand: the edit keeps it, as a new object or as that of the refined one. */
  | { readonly kind: 'live'; readonly live: LiveMask }
  | { readonly kind: 'new' };

export function editTargetOf(
  { photo, selectedObjectId, live }: Pick<ViewState, 'photo' | 'selectedObjectId' | 'live'>,
  { objects, prompts, refined }: Pick<DocumentState, 'objects' | 'prompts' | 'refined'>,
): EditTarget {
  const photoId = photo?.id ?? '';
  // An answer to an older prompt is not what the person sees as theirs.
  const inHand = live?.prompt === prompts[photoId] ? live : null;
  const object = objects[photoId]?.find(({ id }) => id === selectedObjectId);
  // Of a refined object it is the mask in hand that is seen.
  if (object && !(inHand && object.id === refined[photoId])) return { kind: 'object', object };
  return inHand ? { kind: 'live', live: inHand } : { kind: 'new' };
}

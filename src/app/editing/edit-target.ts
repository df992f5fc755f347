import type { DocumentState, MaskObject } from '../../document/types.ts';
import { currentPrompt, leadObject, refinedId } from '../state/questions.ts';
import type { LiveMask, ViewState } from '../state/view.ts';

/** What a stroke or an area would change. */
export type EditTarget =
  | { readonly kind: 'object'; readonly object: MaskObject }
  /** The mask in hand: the edit keeps it, as a new object or as that of the refined one. */
  | { readonly kind: 'live'; readonly live: LiveMask }
  | { readonly kind: 'new' };

export function editTargetOf(
  document: Pick<DocumentState, 'objects' | 'prompts' | 'refined'>,
  view: Pick<ViewState, 'photo' | 'selectedObjectId' | 'live'>,
): EditTarget {
  // An answer to an older prompt is not what the person sees as theirs.
  const inHand = view.live?.prompt === currentPrompt(document, view) ? view.live : null;
  const object = leadObject(document, view);
  // While an object is refined, the mask in hand is what is seen.
  if (object && !(inHand && object.id === refinedId(document, view)))
    return { kind: 'object', object };
  return inHand ? { kind: 'live', live: inHand } : { kind: 'new' };
}

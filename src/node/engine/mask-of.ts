import type { Decoded } from '../../engine/protocol.ts';
import type { Mask } from '../../mask/mask.ts';

/** The mask that the page would keep: without specks and small holes, unless they are wanted. */
export function maskOf({ mask, tidied }: Decoded, isAsIs: boolean): Mask {
  return isAsIs ? mask : (tidied?.mask ?? mask);
}

/** What the model thinks of the mask that it gave, 0 to 1. */
export function predictedIouOf({ token, candidates }: Decoded): number {
  return candidates.find((candidate) => candidate.token === token)?.predictedIou ?? 0;
}

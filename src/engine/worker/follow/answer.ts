import { contract } from '../../../contract/contract.ts';
import { maskFromLogits } from '../../../mask/from-logits.ts';
import { tidyMask } from '../../../mask/tidy.ts';
import type { Followed } from '../../protocol.ts';
import { cellArea } from '../answer-mask.ts';
import { type Decoder, shownLogits } from '../decoder.ts';
import { expectedIou } from './expected-iou.ts';
import { follow, type Trail } from './follow.ts';

/** An object of one photo, as a mask of another; null where it isn't there. */
export async function followObject(decoder: Decoder, trail: Trail): Promise<Followed | null> {
  const find = await follow(decoder, trail);
  const expected = find && expectedIou(find);
  if (!find || expected === null) return null;
  const { photo, input } = trail.to;
  const mask = maskFromLogits({
    logits: shownLogits(find.answer, find.token),
    logitsSize: contract.mask.size,
    inputSide: contract.image.size,
    input,
    photo,
    threshold: contract.mask.threshold,
  });
  const tidied = tidyMask(mask, cellArea({ photo, input }), { inside: [], outside: [] });
  return { mask, tidied, likeness: find.likeness, expectedIou: expected };
}

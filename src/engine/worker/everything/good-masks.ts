import { contract } from '../../../contract/contract.ts';
import type { ImageBox, Size } from '../../../geometry/spaces.ts';
import { placeMask } from '../../../mask/crop.ts';
import { type LowResolutionLogits, maskFromLogits } from '../../../mask/from-logits.ts';
import { maskArea } from '../../../mask/measure.ts';
import type { EverythingOptions, FoundMask } from '../../everything.ts';
import { type Answer, logitsOf, shownLogits } from '../decoder.ts';
import type { Embedding } from '../embedding.ts';
import { pixelBox } from './nms.ts';

/** The point that was asked about, and where. */
export interface Asked {
  readonly at: FoundMask['at'];
  readonly crop: ImageBox;
  readonly photo: Size;
}

/** A mask with its box in the photo, for the suppression. */
export interface Found {
  readonly mask: FoundMask;
  readonly box: ImageBox;
}

/** A point alone is ambiguous: these tokens are whole, part and sub-part. */
const TOKENS = [1, 2, 3];
/** Where no other mask was trained. */
const SINGLE = [0];
/** Photo pixels: a mask that ends so near to the crop's edge is likely cut off by it. */
const NEAR_EDGE = 20;

/** Those of a point's masks that pass all filters, whole, part and sub-part alike. */
export function goodMasks(
  answer: Answer,
  embedding: Embedding,
  asked: Asked,
  options: EverythingOptions,
): Found[] {
  return (answer.singleOnly ? SINGLE : TOKENS).flatMap((token) => {
    const predictedIou = answer.predictedIou[token] ?? 0;
    if (options.predictedIou > 0 && !(predictedIou > options.predictedIou)) return [];
    const logits = logitsSource(answer, token, embedding);
    const stability = stabilityOf(logits, options.stabilityOffset);
    // Not a number where there is no mask at all.
    if (!(stability >= options.stability)) return [];
    const inCrop = maskFromLogits({ ...logits, logits: shownLogits(answer, token) });
    if (maskArea(inCrop) === 0) return [];
    const { crop, photo, at } = asked;
    const box = moved(pixelBox(inCrop), crop);
    if (isNearCropEdge(box, crop, photo)) return [];
    const mask = placeMask(inCrop, { x: crop.x0, y: crop.y0 }, photo);
    return [{ mask: { mask, predictedIou, stability, at, token, crop }, box }];
  });
}

function logitsSource(
  answer: Answer,
  token: number,
  { photo, input }: Embedding,
): LowResolutionLogits {
  return {
    logits: logitsOf(answer, token),
    logitsSize: contract.mask.size,
    inputSide: contract.image.size,
    input,
    photo,
    threshold: contract.mask.threshold,
  };
}

/** IoU of the masks above a higher and a lower threshold, one of which holds the other. */
function stabilityOf(source: LowResolutionLogits, offset: number): number {
  const above = (threshold: number) => maskArea(maskFromLogits({ ...source, threshold }));
  return above(source.threshold + offset) / above(source.threshold - offset);
}

/** Whether a side is near to that side of the crop, where the crop ends and the photo does not. */
function isNearCropEdge(box: ImageBox, crop: ImageBox, { width, height }: Size): boolean {
  const photo: ImageBox = { x0: 0, y0: 0, x1: width, y1: height };
  return (['x0', 'y0', 'x1', 'y1'] as const).some((side) => {
    const isNear = (edges: ImageBox) => Math.abs(box[side] - edges[side]) <= NEAR_EDGE;
    return isNear(crop) && !isNear(photo);
  });
}

function moved({ x0, y0, x1, y1 }: ImageBox, { x0: dx, y0: dy }: ImageBox): ImageBox {
  return { x0: x0 + dx, y0: y0 + dy, x1: x1 + dx, y1: y1 + dy };
}

import type { ModelKind } from '../contract/model-kind.ts';
import type { Size } from '../geometry/spaces.ts';

/**
 * Why a mask is the answer: the person chose it; it was rated best of an ambiguous click's; no other mask was trained; or
 * more than a click was asked.
 */
export type Choice = 'chosen' | 'best' | 'trained' | 'single';

/** One of the masks that the decoder gave, offered or not. */
export interface ExplainedMask {
  readonly token: number;
  /** As the decoder gave them, float32 [256, 256] on the model's whole square. */
  readonly logits: Float32Array<ArrayBuffer>;
  readonly lowest: number;
  readonly highest: number;
  /** The decoder's own word, which may overshoot 1. */
  readonly rawIou: number;
  /** What the model set's curve makes of it, 0 to 1. */
  readonly calibratedIou: number;
  /** Share of the photo that is above the threshold, 0 to 1. */
  readonly coverage: number;
  /** 0: the best; null: not offered for such a prompt. */
  readonly rank: number | null;
}

/** A point as the decoder was fed it: pixel indices of the model's square, and the contract's label. */
export interface FedPoint {
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

/** Channels of a tensor seen as pictures, of the cells that lie on the photo. */
export interface TensorPicture {
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: Size;
  /** Over channels, row-major. */
  readonly mean: Float32Array<ArrayBuffer>;
  /** First three principal components as RGB, row-major, 3 bytes a cell. */
  readonly components: Uint8ClampedArray<ArrayBuffer>;
  /** Part of the variance that each of the three has, 0 to 1. */
  readonly shares: readonly number[];
}

/** Cosine between two tensors of one shape, cell by cell. */
export interface Likeness {
  readonly names: readonly [string, string];
  readonly size: Size;
  readonly cosine: Float32Array<ArrayBuffer>;
  readonly mean: number;
}

/** How a decoder came to its answer: all that went in and came out of its graph. */
export interface Explained {
  readonly model: ModelKind;
  /** The encoder's graph, and which photos are seen through it. */
  readonly encoder: string;
  readonly photos: 'all' | 'clear' | 'degraded';
  readonly photo: Size;
  /** The photo's part of the model's square. */
  readonly input: Size;
  readonly points: readonly FedPoint[];
  /** Logits of the answer before and their token; null where none were fed. */
  readonly maskPrompt: Pick<ExplainedMask, 'token' | 'logits'> | null;
  /** By token. */
  readonly masks: readonly ExplainedMask[];
  readonly token: number;
  readonly choice: Choice;
  /** The answer is mask 0, and the decoder has blended it with the candidates. */
  readonly isBlended: boolean;
  /** The chequer of transposed convolutions was taken out of the answer's logits before they became a mask. */
  readonly hasChequer: boolean;
  /** What encoders gave for this photo, as far as it is in memory. */
  readonly tensors: readonly TensorPicture[];
  /** Between the plain embedding and the robust one; null where one of them is not in memory. */
  readonly likeness: Likeness | null;
}

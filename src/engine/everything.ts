import { newId } from '../browser/new-id.ts';
import type { ModelKind } from '../contract/model-kind.ts';
import type { ImageBox, ImagePoint, Size } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';
import type { ModelImage } from '../photo/protocol.ts';
import type { Crop, EngineProblem, NoEmbedding, Outcome } from './protocol.ts';

/** The settings of SAM's automatic mask generator, by what they mean here. */
export interface EverythingOptions {
  /** The grid has so many points along each side. */
  readonly pointsPerSide: number;
  /** Share of the grid's points that are asked, those that tell most; 1: all, row by row, as SAM does. */
  readonly pointShare: number;
  /** Threshold of the model's own estimate, 0 to 1: masks have to be above it. */
  readonly predictedIou: number;
  /** IoU of the mask's stricter and laxer form, 0 to 1: masks have to reach it. */
  readonly stability: number;
  /** By so much the logits' threshold is raised and lowered for that. */
  readonly stabilityOffset: number;
  /** IoU of two masks' boxes above which the worse mask goes. */
  readonly boxOverlap: number;
  /** Layer n looks at 2^n x 2^n crops of the photo, each encoded separately; 0: the photo only. */
  readonly cropLayers: number;
  /** As `boxOverlap`, for masks of different crops; those of smaller crops stay. */
  readonly cropBoxOverlap: number;
  /** How far crops of the first layer overlap, as a share of the photo's shorter side. */
  readonly cropOverlap: number;
  /** The grid has so many times fewer points a side with each layer. */
  readonly cropPointsDivisor: number;
  /** Photo pixels: smaller holes are filled and smaller specks dropped; 0: masks stay as they are. */
  readonly leastArea: number;
}

/** SAM's own, made for ViT-H, but for the share of points; plain SAM keeps to them. */
export const EVERYTHING_DEFAULTS: EverythingOptions = {
  pointsPerSide: 32,
  pointShare: 1 / 6,
  predictedIou: 0.88,
  stability: 0.95,
  stabilityOffset: 1,
  boxOverlap: 0.7,
  cropLayers: 0,
  cropBoxOverlap: 0.7,
  cropOverlap: 512 / 1500,
  cropPointsDivisor: 1,
  leastArea: 0,
};

/**
 * RobustSAM thinks less of its masks and draws softer edges. Of 960 masks on five sample photos SAM's
 * thresholds let 114 of plain SAM's through and none of RobustSAM's; these let 178 of those through,
 * each of which plain SAM finds at the same point too (IoU above 0.8). That was with 0.6 for the predicted IoU; as many pass 0.5
 * since its scores are trained on true IoU (a third of 2,058 masks of clicks on 14 everyday scenes).
 */
const ROBUST_THRESHOLDS = { predictedIou: 0.5, stability: 0.7 } as const;

/** The thresholds that suit each model. */
export const THRESHOLDS: Readonly<Record<ModelKind, EverythingThresholds>> = {
  robust: ROBUST_THRESHOLDS,
  plain: {
    predictedIou: EVERYTHING_DEFAULTS.predictedIou,
    stability: EVERYTHING_DEFAULTS.stability,
  },
};

/** Grids of so few points are asked whole. */
const LEAST_ASKED = 64;

/** Points of a layer's grid along a side, and how many of all of them are asked; at least one. */
export function gridOf(
  { pointsPerSide, pointShare, cropPointsDivisor }: Grid,
  layer: number,
): { perSide: number; asked: number } {
  const perSide = Math.max(1, Math.trunc(pointsPerSide / cropPointsDivisor ** layer));
  const most = perSide ** 2;
  const asked = Math.min(most, Math.max(LEAST_ASKED, Math.ceil(most * pointShare)));
  return { perSide, asked };
}

type Grid = Pick<EverythingOptions, 'pointsPerSide' | 'pointShare' | 'cropPointsDivisor'>;

/** How many points a run asks, all layers together. */
export function pointsAsked(options: Grid & Pick<EverythingOptions, 'cropLayers'>): number {
  let points = 0;
  for (let layer = 0; layer <= options.cropLayers; layer++)
    points += 4 ** layer * gridOf(options, layer).asked;
  return points;
}

/** What a mask has to reach to be found. */
export type EverythingThresholds = Pick<EverythingOptions, 'predictedIou' | 'stability'>;

export interface EverythingRequest {
  readonly photoId: string;
  /** Size of the photo at full resolution. */
  readonly photoSize: Size;
  readonly model: ModelKind;
  readonly options: EverythingOptions;
}

/** A mask that was found unasked. */
export interface FoundMask {
  readonly mask: Mask;
  readonly predictedIou: number;
  readonly stability: number;
  /** The grid's point that gave it. */
  readonly at: ImagePoint;
  /** Mask token of the answer to that point. */
  readonly token: number;
  /** The crop it was found in, whole pixels. */
  readonly crop: ImageBox;
}

/** Asks for the next piece of a run. A worker that doesn't know the run begins it. */
export interface EverythingStepRequest extends EverythingRequest {
  readonly runId: string;
  /** The crop that the step before asked for. */
  readonly crop: Crop | null;
}

/** Points of all crops together. */
export interface EverythingProgress {
  readonly done: number;
  readonly total: number;
  /** Masks that are good enough so far, duplicates among them. */
  readonly found: number;
}

export type EverythingStep =
  | { readonly kind: 'working'; readonly progress: EverythingProgress }
  /** Goes on once it is given the pixels of this box, whole pixels of the photo. */
  | { readonly kind: 'needs-crop'; readonly box: ImageBox; readonly progress: EverythingProgress }
  /** Best first. */
  | { readonly kind: 'finished'; readonly masks: readonly FoundMask[] };

export type EverythingStepOutcome = Outcome<EverythingStep, NoEmbedding>;

export type EverythingOutcome = Outcome<readonly FoundMask[], NoEmbedding>;

export interface EverythingParts {
  /** Null when the pixels can't be had. */
  readonly readCrop: (box: ImageBox) => Promise<ModelImage | null>;
  readonly onProgress: (progress: EverythingProgress) => void;
}

interface Parts extends EverythingParts {
  readonly step: (request: EverythingStepRequest) => Promise<EverythingStepOutcome>;
}

const CANCELLED: EngineProblem = { kind: 'cancelled' };

/** Step after step, so whatever else the worker is asked for goes in between. */
export async function runEverything(
  signal: AbortSignal,
  request: EverythingRequest,
  { step, readCrop, onProgress }: Parts,
): Promise<EverythingOutcome> {
  const runId = newId();
  let crop: Crop | null = null;
  for (;;) {
    const outcome: EverythingStepOutcome = await step({ ...request, runId, crop });
    if (signal.aborted) return { ok: false, problem: CANCELLED };
    if (!outcome.ok) return outcome;
    if (outcome.value.kind === 'finished') return { ok: true, value: outcome.value.masks };
    onProgress(outcome.value.progress);
    crop = null;
    if (outcome.value.kind === 'working') continue;
    const { box } = outcome.value;
    const image = await readCrop(box);
    if (signal.aborted || !image) return { ok: false, problem: CANCELLED };
    crop = { box, image };
  }
}

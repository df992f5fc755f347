import type { ModelKind } from '../contract/model-kind.ts';
import type { ImageBox, Size } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';
import type { Tidied } from '../mask/tidy.ts';
import type { FileProblem } from '../models/file-problem.ts';
import type { ModelSource } from '../models/source.ts';
import type { ModelImage } from '../photo/protocol.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { Explained } from './explained.ts';
import type { DecodeSteps, EncodeSteps } from './laps.ts';

/** Best first: the order in which they are tried. */
export const BACKENDS = ['webgpu-fp16', 'webgpu-fp32', 'wasm-threads', 'wasm-single'] as const;
/** What the model runs on: WebGPU in half or single precision, the CPU with threads or with one. */
export type Backend = (typeof BACKENDS)[number];
/** The one to begin with; `auto`: the best. */
export type BackendChoice = 'auto' | Backend;

/** Precision of the arithmetic; int8 is fp32 but for large products of pixels with weights. */
export type Precision = 'fp32' | 'fp16' | 'int8';

export interface StartOptions {
  readonly backend: Backend;
  /** wasm threads; ignored on WebGPU. */
  readonly threads: number;
  /** A software WebGPU adapter is right but slow: only taken when asked for by name. */
  readonly allowSoftwareAdapter: boolean;
  /** Tests only: makes the parity self-test fail on these backends. */
  readonly failParity: readonly Backend[];
  readonly source: ModelSource;
  /** Opens and checks every graph now, and not when it is first asked for: for a set that is new. */
  readonly openAll: boolean;
  /** Absolute URL of the folder with the self-test's manifest.json, ending in a slash. */
  readonly selfTestBaseUrl: string;
  /** Embeddings may go to the browser's private files; else they stay in memory. */
  readonly keepsOnDisk: boolean;
  /** Name of a Web Lock that the worker holds as long as it lives. */
  readonly lifeLock: string;
}

/** Why a backend was not taken, or why the engine can't go on. */
export type EngineProblem =
  | { readonly kind: 'no-webgpu' | 'no-adapter' | 'software-adapter' | 'no-shader-f16' }
  | { readonly kind: 'no-threads' }
  | { readonly kind: 'limit'; readonly name: string; readonly needed: number; readonly got: number }
  | { readonly kind: 'parity'; readonly case: string; readonly error: number }
  | FileProblem
  | {
      readonly kind: 'contract';
      readonly file: string;
      readonly tensor: string;
      /** "float32 [1, 3]", or "no-input", which describe.ts puts into words. */
      readonly expected: string;
      /** As above, or "no-tensor" or "not-a-tensor". */
      readonly got: string;
    }
  | { readonly kind: 'out-of-memory' }
  /** The set needs about so many bytes of the 4 GiB that a browser gives the runtime. */
  | { readonly kind: 'set-too-large'; readonly needed: number; readonly got: number }
  | { readonly kind: 'device-lost' | 'worker-died' }
  /** The caller's signal was aborted, or the engine disposed, before the work began. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'runtime'; readonly detail: string };

export type Outcome<T, Other = never> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: EngineProblem | Other };

/** How far a start is: files load, the self-test runs, the first run warms up. */
export type StartProgress =
  | { readonly phase: 'loading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly phase: 'checking' }
  | { readonly phase: 'warming' };

/** The model set that is loaded, for people. */
export interface ModelSetFacts {
  readonly id: string;
  readonly name: string;
  /** Bytes of the files that this precision loads. */
  readonly bytes: number;
  readonly precision: Precision;
  /** Where the weights come from, in words. */
  readonly provenance: string;
  /** As SPDX. */
  readonly licence: string;
  /** One of the authors' checkpoints: its plain SAM is SAM only as far as training left it alone. */
  readonly isOfficial: boolean;
}

export interface Started {
  readonly set: ModelSetFacts;
  /** Who can answer; the set's default first. */
  readonly kinds: readonly ModelKind[];
  readonly threads: number;
  /** Adapter in words, for the status line and reports; null on wasm. */
  readonly adapter: string | null;
}

/** A photo as one of the kinds sees it; kinds that see it through the same encoder see it alike. */
export interface SeenPhoto {
  /** SHA-256 of the photo's bytes. */
  readonly photoId: string;
  /** One of the kinds the engine started with. */
  readonly model: ModelKind;
}

export interface EncodeRequest extends SeenPhoto {
  /** Size of the photo at full resolution. */
  readonly photoSize: Size;
  readonly image: ModelImage;
  /** Clear to the model (report/clarity.ts): RobustSAM may then see it as plain SAM does. */
  readonly isClear: boolean;
}

export interface Encoded {
  /** Who can answer now: all who see the photo alike. */
  readonly kinds: readonly ModelKind[];
  /** False when the embedding was kept from before. */
  readonly ran: boolean;
  readonly milliseconds: number;
  /** Null when it was kept. */
  readonly steps: EncodeSteps | null;
  readonly cache: EmbeddingCacheUse;
}

interface Use {
  readonly count: number;
  readonly bytes: number;
  readonly limitBytes: number;
}

/** Embeddings in memory, and those that outlast the page. */
export interface EmbeddingCacheUse extends Use {
  /** Bytes in memory beside them: answers to clicks, zooms, tensors on the GPU. */
  readonly working: number;
  readonly disk: DiskUse;
}

export interface DiskUse extends Use {
  /** Why embeddings are kept in memory only; null while nothing is wrong. */
  readonly trouble: DiskTrouble | null;
}

/** No private file system, as in private windows; no room in it; or it refuses. */
export type DiskTrouble = 'no-storage' | 'full' | 'failed';

export interface DecodeRequest extends SeenPhoto {
  readonly prompt: Prompt;
  /** All steps at once, none with the mask of those before; the answer is not kept. */
  readonly asOne?: boolean;
}

/** Pixels of a part of a photo, as the model sees them. */
export interface Crop {
  /** Whole pixels of the photo. */
  readonly box: ImageBox;
  readonly image: ModelImage;
}

/** A question about a part of the photo at its full resolution. */
export interface CropRequest extends SeenPhoto {
  readonly crop: Crop;
  /** In pixels of the crop; all steps are asked at once. */
  readonly prompt: Prompt;
  /** What the crop's own report says, where its pixels were changed; left out, it is seen as its photo was. */
  readonly isClear?: boolean;
}

/** One of the masks that a prompt may mean. */
export interface Candidate {
  /** Mask token: 0 the single mask, 1-3 the ambiguous ones. */
  readonly token: number;
  /** The model's own estimate of the mask's IoU, 0 to 1. */
  readonly predictedIou: number;
  /** Pixels of the photo, counted at the logits' resolution. */
  readonly area: number;
}

/** The answer to a prompt: one mask crosses the thread, the logits stay. */
export interface Decoded {
  readonly mask: Mask;
  /** The same without what is too small to be meant; null where nothing is. */
  readonly tidied: Tidied | null;
  /** Token of the mask above. */
  readonly token: number;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Time of the decoder's run that made it, also if the answer was kept from before. */
  readonly milliseconds: number;
  readonly steps: DecodeSteps;
}

/** An object of another photo that is looked for on this one. */
export interface FollowRequest extends SeenPhoto {
  /** SHA-256 of the other photo's bytes. */
  readonly fromId: string;
  /** The object on the other photo, of that photo's size. */
  readonly mask: Mask;
  /** The other photo, where its embedding was not to be had: it is encoded first. */
  readonly source?: Pick<EncodeRequest, 'photoSize' | 'image' | 'isClear'>;
}

/** What the object is on this photo, by all that speaks for it. */
export interface Followed {
  readonly mask: Mask;
  /** The same without what is too small to be meant; null where nothing is. */
  readonly tidied: Tidied | null;
  /** Cosine of what the encoder sees in the object on both photos, -1 to 1. */
  readonly likeness: number;
  /** The IoU that finds of such likeness, shape and predicted IoU have in the mean, 0 to 1. */
  readonly expectedIou: number;
}

/** The other photo's embedding is neither in memory nor on disk: it has to be encoded first. */
export interface NoSource {
  readonly kind: 'no-source';
}

/** Null: it isn't there. */
export type FollowOutcome = Outcome<Followed | null, NoEmbedding | NoSource>;

/** The worker doesn't have the photo any more, or this kind has not seen it. */
export interface NoEmbedding {
  readonly kind: 'no-embedding';
}

export type DecodeOutcome = Outcome<Decoded, NoEmbedding>;

export type ExplainOutcome = Outcome<Explained, NoEmbedding>;

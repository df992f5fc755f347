import type { ModelKind } from '../contract/model-kind.ts';
import type { EverythingOptions, EverythingProgress, FoundMask } from '../engine/everything.ts';
import type { Backend, BackendChoice, Candidate, StartProgress } from '../engine/protocol.ts';
import type { ImageBox, ImagePoint, Size } from '../geometry/spaces.ts';
import type { Mask } from '../mask/mask.ts';
import type { PhotoReport } from '../report/report.ts';

/**
 * Pixels in memory, such as a canvas gives as `ImageData`: RGBA, 8 bits each, row-major
 * [height, width, 4]. Transparency is laid onto white.
 */
export interface PhotoPixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/**
 * A photo: an address (a string is a URL in a browser and a path in Node), the bytes of a file in
 * JPEG, PNG, WebP, AVIF, GIF, BMP or TIFF (HEIC and JPEG XL in browsers alone), or pixels.
 */
export type PhotoSource = string | URL | Blob | ArrayBuffer | Uint8Array | PhotoPixels;

/** Settings of `openEngine`. */
export interface EngineOptions {
  /** Folder of a model set, with its manifest.json; left out: the one in this package. */
  readonly modelUrl?: string | URL | undefined;
  /** Browsers: folder of this package's files; left out: where its module was loaded from. */
  readonly filesUrl?: string | URL | undefined;
  /** Browsers: the first backend to try; those after it follow where it doesn't work. `auto`: all of them. */
  readonly backend?: BackendChoice | undefined;
  /** Left out: one a core, at most eight. Threads need a cross-origin isolated page. */
  readonly threads?: number | undefined;
  /** Hears about files that load, the self-test and the first run. */
  readonly onProgress?: ((progress: StartProgress) => void) | undefined;
  /** Ends the start, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What a call may be ended by. */
export interface CallOptions {
  /** Rejects with its reason; work that has begun may go on and is dropped. */
  readonly signal?: AbortSignal | undefined;
}

/** Settings of `Engine.encode`. */
export interface EncodeOptions extends CallOptions {
  /** Who sees the photo; left out: the set's default, which is RobustSAM. */
  readonly model?: ModelKind | undefined;
}

/** A point in pixels of the upright photo, from its top left corner; the first pixel's centre is (0.5, 0.5). */
export interface PromptPoint extends ImagePoint {
  /** Whether it lies on the object, or on what is to be left out; left out: `include`. */
  readonly label?: 'include' | 'exclude' | undefined;
}

/**
 * What is asked of a photo: points, a box, or both. The box comes first, then each point with the mask so far,
 * as if a person clicked them.
 */
export interface Prompt {
  readonly points?: readonly PromptPoint[] | undefined;
  /** In pixels of the upright photo; what overhangs the photo is cut off. */
  readonly box?: ImageBox | undefined;
  /** Token of one of the `candidates` of an earlier answer to the same prompt; left out: the best. */
  readonly candidate?: number | undefined;
}

/** The mask that answers a prompt. */
export interface Answer {
  /** At the photo's full resolution, without specks and small holes. */
  readonly mask: Mask;
  /** The same with them. */
  readonly untidied: Mask;
  /** The IoU that the model predicts for it, 0 to 1. */
  readonly score: number;
  /** Which of the candidates it is. */
  readonly token: number;
  /** Best first: a lone click may mean a part or the whole. */
  readonly candidates: readonly Candidate[];
  /** How long the decoder ran. */
  readonly milliseconds: number;
}

/** Settings of `Photo.everything`; what is left out is as in SAM's automatic mask generator. */
export interface FindOptions extends Partial<EverythingOptions>, CallOptions {
  /** Hears after every few points. */
  readonly onProgress?: ((progress: EverythingProgress) => void) | undefined;
}

/** A photo that a model has seen. */
export interface Photo {
  /** Upright. */
  readonly size: Size;
  readonly model: ModelKind;
  /** What is wrong with the photo, in figures. */
  readonly report: PhotoReport;
  /** The report finds nothing wrong; RobustSAM then sees the photo as plain SAM does. */
  readonly isClear: boolean;
  /** Answers a prompt. Throws a RobustSamError for one that is empty or lies outside the photo. */
  decode(prompt: Prompt, options?: CallOptions): Promise<Answer>;
  /** Finds masks of everything on the photo, best first; clicks go in between. */
  everything(options?: FindOptions): Promise<readonly FoundMask[]>;
}

/** The model, loaded and tested. */
export interface Engine {
  /** What it runs on; `native`: ONNX Runtime of this machine, in Node. */
  readonly backend: Backend | 'native';
  /** Id of the model set. */
  readonly setId: string;
  /** Who can answer, the set's default first. */
  readonly models: readonly ModelKind[];
  /** Reads, measures and encodes a photo. Throws a RobustSamError where it can't be read. */
  encode(source: PhotoSource, options?: EncodeOptions): Promise<Photo>;
  /** Ends its workers and frees its memory; whatever is asked afterwards is refused. */
  close(): Promise<void>;
}

/** Loads the model and tests it. Rejects with a RobustSamError where no backend can run it. */
export type OpenEngine = (options?: EngineOptions) => Promise<Engine>;

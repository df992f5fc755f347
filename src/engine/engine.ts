import type { StoreApi } from 'zustand/vanilla';
import type { ModelKind } from '../contract/model-kind.ts';
import type { ModelSource } from '../models/source.ts';
import type { EverythingOutcome, EverythingParts, EverythingRequest } from './everything.ts';
import type { EncodeSteps } from './laps.ts';
import type {
  Backend,
  BackendChoice,
  CropRequest,
  Decoded,
  DecodeOutcome,
  DecodeRequest,
  EmbeddingCacheUse,
  Encoded,
  EncodeRequest,
  EngineProblem,
  ExplainOutcome,
  FollowOutcome,
  FollowRequest,
  ModelSetFacts,
  Outcome,
  StartProgress,
} from './protocol.ts';

/** A rung of the backend ladder that was tried and not taken. */
export interface Rejection {
  readonly backend: Backend;
  readonly problem: EngineProblem;
}

export type EnginePhase =
  | { readonly kind: 'off' }
  | { readonly kind: 'loading'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly kind: 'checking' }
  | { readonly kind: 'warming' }
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'encoding';
      readonly photoId: string;
      /** For whom. */
      readonly model: ModelKind;
      /** performance.now() at the start. */
      readonly startedAt: number;
      /** From the last encode on this backend; null before the first. */
      readonly expectedMilliseconds: number | null;
    }
  | { readonly kind: 'decoding' }
  /** A worker died or a device was lost; a new one is being started. */
  | { readonly kind: 'recovering'; readonly problem: EngineProblem }
  | { readonly kind: 'failed'; readonly problem: EngineProblem };

export interface EngineStatus {
  readonly phase: EnginePhase;
  readonly choice: BackendChoice;
  /** The backend being tried or in use. */
  readonly backend: Backend | null;
  readonly threads: number;
  readonly adapter: string | null;
  /** Null before the first start. */
  readonly set: ModelSetFacts | null;
  /** Who can answer, the set's default first; empty before the first start. */
  readonly kinds: readonly ModelKind[];
  readonly rejections: readonly Rejection[];
  readonly lastEncodeMilliseconds: number | null;
  readonly lastEncodeSteps: EncodeSteps | null;
  readonly lastDecodeMilliseconds: number | null;
  readonly cache: EmbeddingCacheUse;
}

/** Before the first start. */
export const OFF: EngineStatus = {
  phase: { kind: 'off' },
  choice: 'auto',
  backend: null,
  threads: 1,
  adapter: null,
  set: null,
  kinds: [],
  rejections: [],
  lastEncodeMilliseconds: null,
  lastEncodeSteps: null,
  lastDecodeMilliseconds: null,
  cache: {
    count: 0,
    bytes: 0,
    limitBytes: 0,
    working: 0,
    disk: { count: 0, bytes: 0, limitBytes: 0, trouble: null },
  },
};

/** Never slows the click in hand; works with the backend and model set in use. */
export interface AheadEncoder {
  /** Resolves once the engine is up and nobody has waited for it for a moment; rejects with the signal's reason. */
  untilQuiet(signal: AbortSignal): Promise<void>;
  /** At once, one at a time; problem `cancelled` when aborted or when the backend or the model set changed. */
  encode(signal: AbortSignal, request: EncodeRequest): Promise<Outcome<Encoded>>;
  /** Those of the photos that are on disk. */
  kept(photoIds: readonly string[], model: ModelKind): Promise<ReadonlySet<string>>;
  /** Nothing more to come for now: memory is given back. */
  rest(): void;
}

/** The only road to the model; lives on the main thread, its worker does the work. */
export interface Engine {
  readonly status: StoreApi<EngineStatus>;
  /** Tries the ladder from the choice down; ends in phase ready or failed, never rejects. */
  start(choice: BackendChoice, source: ModelSource): Promise<void>;
  /**
   * Brings another model set up beside the running one, which answers until then and goes on when
   * the other won't do. All graphs of the new set are checked.
   */
  adopt(
    signal: AbortSignal,
    source: ModelSource,
    onProgress: (progress: StartProgress) => void,
  ): Promise<Outcome<ModelSetFacts>>;
  /**
   * Waits for start; resolves at once when the embedding is kept. The newest goes first. Aborting
   * drops it (problem `cancelled`) if it has not begun.
   */
  encode(signal: AbortSignal, request: EncodeRequest): Promise<Outcome<Encoded>>;
  /**
   * A click: goes before previews and is dropped by its signal only, if it has not begun. Encodes
   * the photo in hand if its embedding is gone, or this model has not seen it; retries once after a recovery.
   */
  decode(signal: AbortSignal, request: DecodeRequest): Promise<DecodeOutcome>;
  /** A zoom in on a mask, after clicks and before previews; dropped by its signal, if it has not begun. */
  decodeCrop(signal: AbortSignal, request: CropRequest): Promise<Outcome<Decoded>>;
  /**
   * Looks for an object of another photo, before previews; dropped by its signal, if it has not begun. Encodes the photo in
   * hand if its embedding is gone. Problem `no-source`: ask again with the other photo.
   */
  follow(signal: AbortSignal, request: FollowRequest): Promise<FollowOutcome>;
  /** How a click on a whole photo was answered, after clicks and zooms; dropped by its signal, if it has not begun. */
  explain(signal: AbortSignal, request: DecodeRequest): Promise<ExplainOutcome>;
  /** A hover: only the newest survives; null when another took its place or nothing is embedded. */
  preview(request: DecodeRequest): Promise<DecodeOutcome | null>;
  /**
   * Finds masks of everything on the photo, piece by piece: whatever else is asked goes in between.
   * Aborting drops what was found (problem `cancelled`).
   */
  everything(
    signal: AbortSignal,
    request: EverythingRequest,
    parts: EverythingParts,
  ): Promise<EverythingOutcome>;
  /** For photos that are not in hand: into the cache on disk, when nobody waits for the engine. */
  readonly ahead: AheadEncoder;
  /** Bytes of embeddings in memory from now on; the status then says again what there is. */
  limitMemory(bytes: number): Promise<void>;
  /** Bytes on disk from now on; 0: memory only. */
  limitDisk(bytes: number): Promise<void>;
  /** Forgets all embeddings, on disk too, but in memory that of the photo in hand. */
  clearCache(): Promise<void>;
  dispose(): void;
}

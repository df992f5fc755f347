import type { ModelKind } from '../contract/model-kind.ts';
import type { EverythingStepOutcome, EverythingStepRequest } from './everything.ts';
import type {
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
  Outcome,
  SeenPhoto,
  Started,
  StartOptions,
  StartProgress,
} from './protocol.ts';

/** What the engine worker offers. One worker serves one backend from `start` to its end. */
export interface EngineWorker {
  /** Reports progress for the first time once the worker holds its lock. */
  start(
    options: StartOptions,
    onProgress: (progress: StartProgress) => void,
  ): Promise<Outcome<Started>>;
  /** Settles when the GPU device is lost, and never otherwise. */
  lost(): Promise<EngineProblem>;
  /** Finds a kept embedding, in memory or on disk; null: the photo has to be encoded. */
  recall(photo: SeenPhoto & Pick<EncodeRequest, 'photoSize'>): Promise<Encoded | null>;
  encode(request: EncodeRequest): Promise<Outcome<Encoded>>;
  /** Encodes for the disk alone, unless it is there; what is in memory stays. */
  encodeAhead(request: EncodeRequest): Promise<Outcome<Encoded>>;
  decode(request: DecodeRequest): Promise<DecodeOutcome>;
  /** The mask has the crop's size. The last crops' encodings are kept. */
  decodeCrop(request: CropRequest): Promise<Outcome<Decoded>>;
  /** Looks for another photo's object on this one; the other's embedding comes from memory or disk. */
  follow(request: FollowRequest): Promise<FollowOutcome>;
  /** Says how an answer to a prompt on a whole photo came about; asks the decoder again where it was forgotten. */
  explain(request: DecodeRequest): Promise<ExplainOutcome>;
  /** Does a piece of a run and remembers where it is; a run of another id takes its place. */
  everythingStep(request: EverythingStepRequest): Promise<EverythingStepOutcome>;
  /** Frees what the run in work holds. */
  forgetEverything(): Promise<void>;
  /** Writes an embedding that is in memory to disk as well. */
  keep(photo: SeenPhoto): Promise<EmbeddingCacheUse>;
  /** Those of the photos whose embedding is on disk. */
  keptOnDisk(photoIds: readonly string[], model: ModelKind): Promise<readonly string[]>;
  /** Bytes of embeddings in memory from now on; that of the photo in hand stays. */
  limitMemory(bytes: number): Promise<EmbeddingCacheUse>;
  /** Bytes on disk from now on; 0: memory only. */
  limitDisk(bytes: number): Promise<EmbeddingCacheUse>;
  clearCache(): Promise<EmbeddingCacheUse>;
}

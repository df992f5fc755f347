import { contract } from '../../contract/contract.ts';
import type {
  DecodeOutcome,
  DecodeRequest,
  Encoded,
  EncodeRequest,
  EngineWorker,
  Outcome,
} from '../protocol.ts';
import { answerMask } from './answerMask.ts';
import { createDecoder, type Decoder } from './decoder.ts';
import { createLoadedEmbedding, type Embedding, type LoadedEmbedding } from './embedding.ts';
import { encodePhoto } from './encoder.ts';
import { createLru } from './lru.ts';
import type { Precision } from './manifest.ts';
import { outcomeOf } from './problem.ts';
import { createQueue } from './queue.ts';
import type { Runtime } from './runtime.ts';
import type { Sessions } from './sessions.ts';

/** A started model. */
export interface Model {
  readonly id: string;
  readonly precision: Precision;
  readonly runtime: Runtime;
  readonly sessions: Sessions;
}

/** What the worker offers once the model is up. */
export type EngineCore = Omit<EngineWorker, 'start' | 'lost'>;

/** 4 MiB a photo. */
const EMBEDDINGS_BYTES = 256 * 2 ** 20;

/** Encodes and decodes, one thing at a time: the runtime can't run two sessions at once. */
export function createEngineCore(model: Model): EngineCore {
  const queue = createQueue();
  const loaded = createLoadedEmbedding(model.runtime);
  const decode = createDecoder(model.runtime, model.sessions, loaded);
  const embeddings = createLru<Embedding>({
    limitBytes: EMBEDDINGS_BYTES,
    sizeOf: ({ data }) => data.byteLength,
  });
  const keyOf = (photoId: string) =>
    `${photoId} ${model.id} ${model.precision} ${contract.image.preprocessing}`;

  return {
    encode: (request) => queue(() => encodeOnce(request)),
    decode: (request) => queue(() => decodeKept(request)),
    hasEmbedding: async (photoId) => embeddings.has(keyOf(photoId)),
    async setCacheLimit(bytes) {
      embeddings.setLimit(bytes);
      return embeddings.use();
    },
    async clearCache() {
      // Down to the one used last, which is the photo in hand.
      const { limitBytes } = embeddings.use();
      embeddings.setLimit(0);
      embeddings.setLimit(limitBytes);
      return embeddings.use();
    },
  };

  function encodeOnce(request: EncodeRequest): Promise<Outcome<Encoded>> {
    const startedAt = performance.now();
    const key = keyOf(request.photoId);
    return outcomeOf(async () => {
      const ran = embeddings.get(key) === undefined;
      if (ran) embeddings.set(key, await encode(model, loaded, key, request));
      return { ran, milliseconds: performance.now() - startedAt, cache: embeddings.use() };
    });
  }

  async function decodeKept({ photoId, prompt }: DecodeRequest): Promise<DecodeOutcome> {
    const startedAt = performance.now();
    const embedding = embeddings.get(keyOf(photoId));
    if (!embedding) return { ok: false, problem: { kind: 'no-embedding' } };
    return outcomeOf(async () => {
      const answer = await withMemory(model, decode, embedding, prompt);
      const shown = answerMask(answer, prompt, embedding);
      return { ...shown, milliseconds: performance.now() - startedAt };
    });
  }
}

function encode(
  { runtime, sessions }: Model,
  loaded: LoadedEmbedding,
  key: string,
  request: EncodeRequest,
): Promise<Embedding> {
  return sessions.withMemory(() => encodePhoto(runtime, sessions, loaded, key, request));
}

function withMemory(
  { sessions }: Model,
  decode: Decoder,
  embedding: Embedding,
  prompt: DecodeRequest['prompt'],
) {
  return sessions.withMemory(() => decode(embedding, prompt));
}

import type { ModelKind } from '../../contract/model-kind.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import type { EngineWorker } from '../engine-worker.ts';
import type { EverythingStepOutcome, EverythingStepRequest } from '../everything.ts';
import { decodeLaps, type EncodeSteps, encodeLaps, type Laps } from '../laps.ts';
import type {
  CropRequest,
  Decoded,
  DecodeOutcome,
  DecodeRequest,
  Encoded,
  EncodeRequest,
  ExplainOutcome,
  FollowOutcome,
  FollowRequest,
  Outcome,
  SeenPhoto,
} from '../protocol.ts';
import { answerMask } from './answer-mask.ts';
import { calibratedIou } from './calibration.ts';
import { createDecoder } from './decoder.ts';
import { bytesOf, createTensorLoader, type Embedding } from './embedding.ts';
import { embeddingKey } from './embedding-key.ts';
import type { EmbeddingStore } from './embedding-store.ts';
import { encodePhoto, type Place } from './encoder.ts';
import { createEverything } from './everything/everything.ts';
import { explainAnswer } from './explain/explain.ts';
import { followObject } from './follow/answer.ts';
import { createKept } from './kept.ts';
import { createLru } from './lru.ts';
import type { Model } from './model.ts';
import { outcomeOf } from './problem.ts';
import { createQueue } from './queue.ts';
import type { OpenView } from './sessions.ts';
import { viewFor, viewsFor } from './views.ts';

/** What the worker offers once the model is up. */
export type EngineCore = Omit<EngineWorker, 'start' | 'lost'>;

/**
 * Until the page says how much there is: 16 degraded photos of 2 MiB, or 8 clear ones, which both models see alike and each
 * has an embedding of.
 */
const EMBEDDINGS_BYTES = 32 * 2 ** 20;

/** About three, so another candidate or an undone step is seen closer without waiting. */
const CROPS_BYTES = 16 * 2 ** 20;

/** Encodes and decodes, one thing at a time: the runtime can't run two sessions at once. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: it only puts the worker's parts together; each answer is a few lines.
export function createEngineCore(
  { id, kinds, precision, runtime, sessions, calibration, isBlended, isOfficial }: Model,
  disk: EmbeddingStore,
): EngineCore {
  const queue = createQueue();
  const tensors = createTensorLoader(runtime);
  const decoder = createDecoder(runtime, sessions, { load: tensors.load, isOfficial });
  const everything = createEverything({ runtime, sessions }, decoder);
  const embeddings = createLru<Embedding>({
    limitBytes: EMBEDDINGS_BYTES,
    sizeOf: bytesOf,
  });
  const crops = createLru<Embedding>({ limitBytes: CROPS_BYTES, sizeOf: bytesOf });
  const { views } = sessions;
  const keyOf = (photoId: string, view: OpenView) =>
    embeddingKey({ photoId, setId: id, precision, view });
  const kept = createKept({
    memory: embeddings,
    disk,
    working: () => decoder.bytes() + crops.use().bytes + tensors.bytes(),
    views,
    keyOf,
  });

  return {
    encode: (request) => queue(() => encodeOnce(request)),
    encodeAhead: (request) => queue(() => encodeForDisk(request)),
    decode: (request) => queue(() => decodeKept(request)),
    decodeCrop: (request) => queue(() => decodeCrop(request)),
    follow: (request) => queue(() => followKept(request)),
    explain: (request) => queue(() => explain(request)),
    everythingStep: (request) => queue(() => everythingStep(request)),
    async forgetEverything() {
      everything.forget();
    },
    recall: (photo) => queue(() => kept.recall(photo)),
    keep: (photo) => queue(() => kept.keep(photo)),
    keptOnDisk: (photoIds, model) => queue(() => kept.onDisk(photoIds, model)),
    limitMemory: async (bytes) => kept.limitMemory(bytes),
    limitDisk: (bytes) => queue(() => kept.limitDisk(bytes)),
    clearCache: () => queue(() => kept.clear()),
  };

  /** How a photo is to be seen, and where its embedding then lies. */
  function placeFor({ photoId, model, isClear }: EncodeRequest): Place {
    const view = viewFor(views, model, isClear);
    return { view, key: keyOf(photoId, view) };
  }

  /** A part of a photo is seen as the photo was. */
  function viewOf(seen: SeenPhoto): OpenView {
    return kept.inMemory(seen)?.view ?? viewsFor(views, seen.model)[0];
  }

  function encodeOnce(request: EncodeRequest): Promise<Outcome<Encoded>> {
    const startedAt = performance.now();
    const laps = encodeLaps();
    return outcomeOf(async () => {
      const place = placeFor(request);
      embeddings.set(place.key, await encode(place, request, laps));
      return { ...encoded(true, place.view, startedAt), steps: laps.steps };
    });
  }

  function encodeForDisk(request: EncodeRequest): Promise<Outcome<Encoded>> {
    const startedAt = performance.now();
    return outcomeOf(async () => {
      const place = placeFor(request);
      const ran = !(await disk.has(place.key));
      if (ran) await disk.write(await encode(place, request));
      return encoded(ran, place.view, startedAt);
    });
  }

  function encode(
    place: Place,
    request: EncodeRequest,
    laps?: Laps<EncodeSteps>,
  ): Promise<Embedding> {
    return sessions.withMemory(() => encodePhoto(runtime, sessions, place, request, laps));
  }

  function encoded(ran: boolean, { kinds }: OpenView, startedAt: number): Encoded {
    const milliseconds = performance.now() - startedAt;
    return { ran, kinds, milliseconds, steps: null, cache: kept.use() };
  }

  async function decodeKept(request: DecodeRequest): Promise<DecodeOutcome> {
    const { model, prompt, asOne } = request;
    const seen = kept.inMemory(request);
    if (!seen) return { ok: false, problem: { kind: 'no-embedding' } };
    const { embedding } = seen;
    const ask = asOne ? decoder.answerOnce : decoder.answer;
    const laps = decodeLaps();
    return outcomeOf(async () => {
      const answer = await sessions.withMemory(() => ask(embedding, model, prompt, laps));
      return answerMask(answer, prompt, embedding, { worth: worthFor(model, prompt), laps });
    });
  }

  function worthFor(model: ModelKind, prompt: Prompt): (predictedIou: number) => number {
    return (predictedIou) => calibratedIou(calibration, model, prompt, predictedIou);
  }

  function decodeCrop(request: CropRequest): Promise<Outcome<Decoded>> {
    const { photoId, model, crop, prompt, isClear } = request;
    const { x0, y0, x1, y1 } = crop.box;
    const view =
      isClear === undefined ? viewOf({ photoId, model }) : viewFor(views, model, isClear);
    const key = `${keyOf(photoId, view)} ${x0} ${y0} ${x1} ${y1}`;
    const asked = { photoSize: { width: x1 - x0, height: y1 - y0 }, image: crop.image };
    const laps = decodeLaps();
    return outcomeOf(() =>
      sessions.withMemory(async () => {
        const embedding =
          crops.get(key) ?? (await encodePhoto(runtime, sessions, { view, key }, asked));
        crops.set(key, embedding);
        laps.end('feeds');
        const answer = await decoder.answerOnce(embedding, model, prompt, laps);
        return answerMask(answer, prompt, embedding, { worth: worthFor(model, prompt), laps });
      }),
    );
  }

  async function followKept({
    photoId,
    model,
    fromId,
    mask,
    source,
  }: FollowRequest): Promise<FollowOutcome> {
    const other = { photoId: fromId, model };
    if (source && !(await kept.find(other))) {
      const outcome = await encodeOnce({ ...source, ...other });
      if (!outcome.ok) return outcome;
    }
    const from = await kept.find(other);
    if (!from) return { ok: false, problem: { kind: 'no-source' } };
    // Used after the other one, so it is the last to be forgotten.
    const to = kept.inMemory({ photoId, model });
    if (!to) return { ok: false, problem: { kind: 'no-embedding' } };
    const trail = { model, from: from.embedding, to: to.embedding, mask };
    return outcomeOf(() => sessions.withMemory(() => followObject(decoder, trail)));
  }

  async function explain(request: DecodeRequest): Promise<ExplainOutcome> {
    const seen = kept.inMemory(request);
    if (!seen) return { ok: false, problem: { kind: 'no-embedding' } };
    const { photoId, model, prompt } = request;
    return outcomeOf(async () => {
      const others = kinds.filter((kind) => kind !== model);
      const alsoSeen = others.flatMap((other) => kept.inMemory({ photoId, model: other }) ?? []);
      return sessions.withMemory(() =>
        explainAnswer(decoder, {
          seen,
          alsoSeen,
          model,
          prompt,
          worth: worthFor(model, prompt),
          isBlended: isBlended && model === 'robust',
        }),
      );
    });
  }

  async function everythingStep(request: EverythingStepRequest): Promise<EverythingStepOutcome> {
    const seen = kept.inMemory(request);
    if (!seen) return { ok: false, problem: { kind: 'no-embedding' } };
    return outcomeOf(() => everything.step(request, seen));
  }
}

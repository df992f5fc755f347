import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { contract } from '../../src/contract/contract.ts';
import type { ModelKind } from '../../src/contract/model-kind.ts';
import { chosenToken } from '../../src/engine/worker/candidates.ts';
import { coverageOf } from '../../src/engine/worker/coverage.ts';
import { type PointFeeds, pointFeeds } from '../../src/engine/worker/feeds.ts';
import { preprocess } from '../../src/engine/worker/preprocess.ts';
import { smallestFor } from '../../src/engine/worker/sessions.ts';
import type { Size } from '../../src/geometry/spaces.ts';
import { maskFromLogits } from '../../src/mask/from-logits.ts';
import type { Mask } from '../../src/mask/mask.ts';
import { withoutChequer } from '../../src/mask/without-chequer.ts';
import type { ModelImage } from '../../src/photo/protocol.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';

const MODELS = join(import.meta.dirname, '..', '..', 'public', 'models');

/** The committed model files, run natively and in one plain chain: no cache, no worker, no queue. */
export interface ReferenceModel {
  readonly id: string;
  /** `isClear` is of the whole photo, whatever part of it this is. */
  encode(image: ModelImage, isClear: boolean): Promise<Embedding>;
  /** Answers the prompt step by step, each with the logits of the one before as mask prompt. */
  decode(kind: ModelKind, embedding: Embedding, prompt: Prompt, photo: Size): Promise<Mask>;
  /** One run of a decoder, with the logits of an answer before it as mask prompt. */
  ask(
    kind: ModelKind,
    embedding: Embedding,
    points: PointFeeds,
    previous: Float32Array | null,
  ): Promise<RawAnswer>;
}

interface RawAnswer {
  /** float32 [4, 256, 256]. */
  readonly logits: Float32Array;
  readonly predictedIou: Float32Array;
}

export interface Embedding {
  /** The encoders' outputs by name. */
  readonly tensors: Readonly<Record<string, Tensor>>;
  /** Size of the photo within the model's square input. */
  readonly input: Size;
}

interface GraphFile {
  readonly name: string;
  readonly precision: string;
}

interface EncoderFile extends GraphFile {
  readonly input: Size;
}

export async function openReferenceModel(): Promise<ReferenceModel> {
  const { id, graphs, clear_photos } = JSON.parse(
    readFileSync(join(MODELS, 'manifest.json'), 'utf8'),
  );
  const encode = openEncoder(graphs.encoder.graphs);
  const encodeRobust = graphs.robust_encoder && openEncoder(graphs.robust_encoder.graphs);
  const decoders: Readonly<Record<ModelKind, InferenceSession>> = {
    robust: await openGraph(graphs.robust_decoder.graphs),
    plain: await openGraph(graphs.decoder.graphs),
  };
  return {
    id,
    async encode(image, isClear) {
      const seenAlike = !encodeRobust || (clear_photos && isClear);
      // What RobustSAM sees takes the place of what it would see as plain SAM does.
      const robust = seenAlike ? {} : await encodeRobust(image);
      return { tensors: { ...(await encode(image)), ...robust }, input: image.size };
    },
    async decode(kind, embedding, prompt, photo) {
      let logits: Float32Array | null = null;
      for (const [i] of prompt.entries()) {
        const steps = prompt.slice(0, i + 1);
        logits = await chosenLogits(decoders[kind], embedding, steps, photo, logits);
      }
      if (!logits) throw new RangeError('a prompt needs at least one step');
      const { input } = embedding;
      const { size: logitsSize, threshold } = contract.mask;
      const inputSide = contract.image.size;
      const even = withoutChequer(logits, logitsSize);
      return maskFromLogits({ logits: even, logitsSize, inputSide, input, photo, threshold });
    },
    ask: (kind, embedding, points, previous) => run(decoders[kind], embedding, points, previous),
  };
}

type Encode = (image: ModelImage) => Promise<Readonly<Record<string, Tensor>>>;

/** In the smallest size that holds the photo; a session stays open. */
function openEncoder(graphs: readonly EncoderFile[]): Encode {
  const opened = new Map<string, Promise<InferenceSession>>();
  return async (image) => {
    const { input } = smallestFor(image.size, graphs);
    const { width, height } = input;
    const size = `${width}x${height}`;
    const ofSize = graphs.filter((graph) => isDeepStrictEqual(graph.input, input));
    const encoder = opened.get(size) ?? openGraph(ofSize);
    opened.set(size, encoder);
    const pixels = new Tensor(preprocess(image, input), [1, 3, height, width]);
    return (await encoder).run({ image: pixels });
  };
}

/** In float32, or in 8-bit integers where there is none. */
function openGraph(graphs: readonly GraphFile[]): Promise<InferenceSession> {
  const [best] = ['fp32', 'int8'].flatMap((wanted) =>
    graphs.filter(({ precision }) => precision === wanted),
  );
  if (!best) throw new Error('the manifest names neither an fp32 nor an int8 graph');
  return InferenceSession.create(join(MODELS, best.name));
}

async function chosenLogits(
  decoder: InferenceSession,
  embedding: Embedding,
  prompt: Prompt,
  photo: Size,
  previous: Float32Array | null,
): Promise<Float32Array> {
  const { size } = contract.mask;
  const { logits, predictedIou } = await run(
    decoder,
    embedding,
    pointFeeds(prompt, photo, embedding.input),
    previous,
  );
  const coverage = coverageOf(logits, embedding.input);
  const token = chosenToken(prompt, { predictedIou, coverage, singleOnly: false });
  return logits.slice(token * size * size, (token + 1) * size * size);
}

async function run(
  decoder: InferenceSession,
  { tensors }: Embedding,
  { count, coords, labels }: PointFeeds,
  previous: Float32Array | null,
): Promise<RawAnswer> {
  const { size } = contract.mask;
  const image = Object.entries(tensors).filter(([name]) => decoder.inputNames.includes(name));
  const { low_res_masks, iou_predictions } = await decoder.run({
    ...Object.fromEntries(image),
    point_coords: new Tensor(coords, [1, count, 2]),
    point_labels: new Tensor(labels, [1, count]),
    mask_input: new Tensor(previous ?? new Float32Array(size * size), [1, 1, size, size]),
    has_mask_input: new Tensor(Float32Array.of(previous ? 1 : 0), [1]),
  });
  return {
    logits: low_res_masks?.data as Float32Array,
    predictedIou: iou_predictions?.data as Float32Array,
  };
}

import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { contract, type InputName, type OutputName } from '../../contract/contract.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import { withoutChequer } from '../../mask/without-chequer.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { type DecodeSteps, decodeLaps, type Laps } from '../laps.ts';
import { chosenToken, type Scores } from './candidates.ts';
import { coverageOf } from './coverage.ts';
import {
  type Embedding,
  IMAGE_INPUTS,
  type ImageTensorName,
  type LoadTensor,
  toTensor,
} from './embedding.ts';
import { type PointFeeds, pointFeeds } from './feeds.ts';
import { floatsOf } from './floats.ts';
import { createLru } from './lru.ts';
import type { Runtime } from './runtime.ts';
import type { Sessions } from './sessions.ts';

/** One run of the decoder: low-resolution logits float32 [4, 256, 256] and what they are judged by. */
export interface Answer extends Scores {
  readonly logits: Float32Array;
  readonly milliseconds: number;
  /** A chequer of transposed convolutions is in the logits. */
  readonly hasChequer: boolean;
}

/** `laps` is told of feeds, decoder and choice. */
type Ask = (
  embedding: Embedding,
  model: ModelKind,
  prompt: Prompt,
  laps?: Laps<DecodeSteps>,
) => Promise<Answer>;

type AskOnce = (...asked: [...Parameters<Ask>, mask?: Float32Array | null]) => Promise<Answer>;

export interface Decoder {
  /** A person's prompt. */
  readonly answer: Ask;
  /**
   * A prompt, all of it at once, that nobody will ask again: not kept, so kept answers stay. `mask`: logits to begin with,
   * float32 [256, 256].
   */
  readonly answerOnce: AskOnce;
  /** Bytes of the answers that are kept. */
  bytes(): number;
}

interface DecoderOptions {
  readonly load: LoadTensor;
  /** An official checkpoint's: the filter for a chequer that our base leaves changed its masks (IoU 0.73). */
  readonly isOfficial: boolean;
}

/** What both decoders take beside the encoder's tensors. */
type PromptInput = Exclude<InputName<'decoder'>, ImageTensorName>;

const MASK_SIZE = contract.mask.size;
const PLANE = MASK_SIZE * MASK_SIZE;
const NO_MASK = new Float32Array(PLANE);
const INPUT = { width: contract.image.size, height: contract.image.size };
const MIDDLE: Prompt = [
  {
    kind: 'point',
    at: { x: INPUT.width / 2, y: INPUT.height / 2 },
    label: 'include',
    candidate: null,
  },
];
/** About 30 answers: more than anybody undoes, and the previews in between. */
const ANSWERS_BYTES = 32 * 2 ** 20;

/**
 * Answers a whole prompt. Each step is decoded with the logits of the step before it (its chosen
 * candidate) as mask prompt; answers are kept, so the next click costs one run of the model,
 * and undoing, redoing or choosing another candidate costs none.
 */
export function createDecoder(
  runtime: Runtime,
  sessions: Sessions,
  { load, isOfficial }: DecoderOptions,
): Decoder {
  const answers = createLru<Answer>({
    limitBytes: ANSWERS_BYTES,
    sizeOf: ({ logits }) => logits.byteLength,
  });

  const answer: Ask = async (embedding, model, prompt, laps = decodeLaps()) => {
    const earlier = prompt.slice(0, -1);
    // Asked for first, so the steps in use are the last to be forgotten.
    const before = earlier.length > 0 ? await answer(embedding, model, earlier, laps) : null;
    const key = answerKey(embedding, model, prompt);
    const kept = answers.get(key);
    if (kept) return kept;
    const mask = before && maskPromptOf(earlier, before).logits;
    const made = await ask(embedding, model, { prompt, mask }, laps);
    answers.set(key, made);
    return made;
  };

  async function ask(
    embedding: Embedding,
    model: ModelKind,
    { prompt, mask }: { readonly prompt: Prompt; readonly mask: Float32Array | null },
    laps: Laps<DecodeSteps>,
  ): Promise<Answer> {
    const decoder = await sessions.decoderFor(model);
    const image = await imageFeeds(decoder, model, (name) => load(embedding, name));
    const points = pointFeeds(prompt, embedding.photo, embedding.input);
    laps.end('feeds');
    const startedAt = performance.now();
    const { logits, predictedIou } = await run(runtime, decoder, { image, points, mask });
    const milliseconds = performance.now() - startedAt;
    laps.end('decoder');
    const coverage = coverageOf(logits, embedding.input);
    laps.end('choice');
    const singleOnly = isOfficial && model === 'robust';
    return { logits, predictedIou, coverage, milliseconds, singleOnly, hasChequer: !isOfficial };
  }

  return {
    answer,
    answerOnce: (embedding, model, prompt, laps = decodeLaps(), mask = null) =>
      ask(embedding, model, { prompt, mask }, laps),
    bytes: () => answers.use().bytes,
  };
}

/** A token's logits as masks are made of them: without the chequer, if there is one. */
export function shownLogits(answer: Answer, token: number): Float32Array {
  const logits = logitsOf(answer, token);
  return answer.hasChequer ? withoutChequer(logits, MASK_SIZE) : logits;
}

/** A token's plane of an answer, float32 [256, 256], not copied. */
export function logitsOf({ logits }: Answer, token: number): Float32Array {
  return logits.subarray(token * PLANE, (token + 1) * PLANE);
}

/** What an answer gives the step after it as mask prompt: its chosen candidate, not copied. */
export function maskPromptOf(
  prompt: Prompt,
  answer: Answer,
): { readonly token: number; readonly logits: Float32Array } {
  const token = chosenToken(prompt, answer);
  return { token, logits: logitsOf(answer, token) };
}

/** The candidate chosen for the last step doesn't change the answer, those before it do. */
function answerKey({ key }: Embedding, model: ModelKind, prompt: Prompt): string {
  const last = prompt.length - 1;
  const steps = prompt.map(({ zoom: _, ...step }, i) =>
    i === last ? { ...step, candidate: null } : step,
  );
  return `${key} ${model} ${JSON.stringify(steps)}`;
}

/** One run on an empty picture: the first one compiles shaders and fills caches. */
export async function warmUp(
  runtime: Runtime,
  sessions: Sessions,
  model: ModelKind,
): Promise<void> {
  const decoder = await sessions.decoderFor(model);
  const image = await imageFeeds(decoder, model, (name) => emptyTensor(runtime, decoder, name));
  const points = pointFeeds(MIDDLE, INPUT, INPUT);
  await run(runtime, decoder, { image, points, mask: null });
  for (const tensor of Object.values(image)) tensor.dispose();
}

type Feeds = Readonly<Record<string, Tensor>>;

/** What the decoder takes from the encoder, by name. */
async function imageFeeds(
  decoder: InferenceSession,
  model: ModelKind,
  load: (name: ImageTensorName) => Promise<Tensor>,
): Promise<Feeds> {
  const names = IMAGE_INPUTS[model].filter((name) => decoder.inputNames.includes(name));
  const feeds = names.map(async (name) => [name, await load(name)] as const);
  return Object.fromEntries(await Promise.all(feeds));
}

function emptyTensor(
  runtime: Runtime,
  decoder: InferenceSession,
  name: ImageTensorName,
): Promise<Tensor> {
  const input = decoder.inputMetadata.find((candidate) => candidate.name === name);
  const shape = input?.isTensor ? input.shape.map(Number) : [];
  const size = shape.reduce((product, side) => product * side, 1);
  return toTensor(runtime, new Float32Array(size), shape);
}

interface Given {
  readonly image: Feeds;
  readonly points: PointFeeds;
  /** Logits of the step before, float32 [256, 256]. */
  readonly mask: Float32Array | null;
}

async function run(
  { ort }: Runtime,
  decoder: InferenceSession,
  { image, points, mask }: Given,
): Promise<Pick<Answer, 'logits' | 'predictedIou'>> {
  const tensor = (data: Float32Array, shape: number[]) => new ort.Tensor('float32', data, shape);
  const feeds: Record<PromptInput, Tensor> = {
    point_coords: tensor(points.coords, [1, points.count, 2]),
    point_labels: tensor(points.labels, [1, points.count]),
    mask_input: tensor(mask ?? NO_MASK, [1, 1, MASK_SIZE, MASK_SIZE]),
    has_mask_input: tensor(Float32Array.of(mask ? 1 : 0), [1]),
  };
  const outputs = await decoder.run({ ...image, ...feeds });
  const output = (name: OutputName<'decoder'>) => {
    const tensor = outputs[name];
    if (!tensor) throw new RangeError(`the decoder gave no ${name}`);
    return floatsOf(tensor);
  };
  return {
    logits: await output('low_res_masks'),
    predictedIou: await output('iou_predictions'),
  };
}

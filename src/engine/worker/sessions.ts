import type { InferenceSession } from 'onnxruntime-web';
import type { GraphName } from '../../contract/contract.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { Size } from '../../geometry/spaces.ts';
import type { EngineProblem } from '../protocol.ts';
import { type Bindings, checkContract } from './contract-check.ts';
import { IMAGE_INPUTS, type ImageTensorName } from './embedding.ts';
import { ProblemError, problemOf } from './problem.ts';
import type { Runtime } from './runtime.ts';
import type { EncoderName, View } from './views.ts';

/** One ONNX file and the weights that lie outside it. */
export interface GraphFile {
  readonly name: string;
  readonly graph: Uint8Array;
  readonly weights: readonly { readonly path: string; readonly data: Uint8Array }[];
}

export interface EncoderFile extends GraphFile {
  readonly encoder: EncoderName;
  /** What the graph takes: width and height of the zero-padded input. */
  readonly input: Size;
}

/** The files of a model set. */
export interface SetGraphs {
  readonly encoders: readonly EncoderFile[];
  readonly views: readonly View[];
  /** By who answers; the kinds of the set and no others. */
  readonly decoders: ReadonlyMap<ModelKind, GraphFile>;
}

/** A view, and what those who have it take from the encoder. */
export interface OpenView extends View {
  readonly tensors: readonly ImageTensorName[];
}

interface Encoder {
  readonly file: EncoderFile;
  readonly session: InferenceSession;
}

/** The model's sessions. Decoders stay; of the encoders the one used last is kept. */
export interface Sessions {
  /** Made when it is first asked for, but for the set's default. */
  decoderFor(kind: ModelKind): Promise<InferenceSession>;
  /** The view's encoder with the smallest input that holds a photo of this input size. */
  encoderFor(view: View, photoInput: Size): Promise<Encoder>;
  readonly views: readonly OpenView[];
  /** Opens what else there is, so a graph that breaks the contract shows at once. */
  openAll(): Promise<void>;
  releaseEncoder(): Promise<void>;
  /** Runs `task`; if memory is short, once more without the encoder session. */
  withMemory<T>(task: () => Promise<T>): Promise<T>;
}

const GRAPHS: Readonly<Record<ModelKind, GraphName>> = {
  robust: 'robust_decoder',
  plain: 'decoder',
};

/** Opens the decoder of the kind that comes first. */
export async function openSessions(
  runtime: Runtime,
  { encoders, views, decoders }: SetGraphs,
): Promise<Sessions> {
  const kinds = [...decoders.keys()];
  const decoderFor = createDecoders(runtime, decoders);
  let encoder: Encoder | null = null;

  async function releaseEncoder(): Promise<void> {
    const released = encoder;
    encoder = null;
    await released?.session.release();
  }

  async function open(file: EncoderFile): Promise<Encoder> {
    if (encoder?.file === file) return encoder;
    await releaseEncoder();
    const session = await openSession(runtime, file);
    const seen = opened.filter((view) => view.encoder === file.encoder);
    const bindings = { ...detail, ...file.input };
    const expected = {
      bindings,
      has: seen.flatMap(({ tensors }) => tensors),
      kinds: seen.flatMap(({ kinds }) => kinds),
    };
    throwIf(checkContract(file.name, file.encoder, session, expected));
    encoder = { session, file };
    return encoder;
  }

  // RobustSAM's comes first where there is one.
  const first = kinds[0] && (await decoderFor(kinds[0]));
  const detail = first ? detailOf(first) : null;
  const opened = views.map((view) => ({ ...view, tensors: tensorsFor(view, detail !== null) }));
  return {
    decoderFor,
    releaseEncoder,
    encoderFor: (view, photoInput) =>
      open(
        smallestFor(
          photoInput,
          encoders.filter((file) => file.encoder === view.encoder),
        ),
      ),
    views: opened,
    async openAll() {
      for (const kind of kinds) await decoderFor(kind);
      for (const file of encoders) await open(file);
    },
    async withMemory(task) {
      try {
        return await task();
      } catch (error) {
        if (problemOf(error).kind !== 'out-of-memory' || !encoder) throw error;
        await releaseEncoder();
        return task();
      }
    },
  };
}

function tensorsFor({ kinds }: View, hasFeatures: boolean): readonly ImageTensorName[] {
  return kinds
    .flatMap((kind) => IMAGE_INPUTS[kind])
    .filter((name) => name !== 'robust_features' || hasFeatures);
}

function createDecoders(
  runtime: Runtime,
  files: SetGraphs['decoders'],
): (kind: ModelKind) => Promise<InferenceSession> {
  const opened = new Map<ModelKind, InferenceSession>();
  return async (kind) => {
    const kept = opened.get(kind);
    if (kept) return kept;
    const file = files.get(kind);
    if (!file) throw new RangeError(`the model set has no ${kind} decoder`);
    const session = await openSession(runtime, file);
    const expected = { bindings: detailOf(session) ?? {}, has: session.inputNames };
    throwIf(checkContract(file.name, GRAPHS[kind], session, expected));
    opened.set(kind, session);
    return session;
  };
}

export function openSession(
  { ort, provider }: Runtime,
  { graph, weights }: Pick<GraphFile, 'graph' | 'weights'>,
): Promise<InferenceSession> {
  return ort.InferenceSession.create(graph, {
    // The default layout gives wrong results for some convolutions on WebGPU (found by parity.ts).
    executionProviders: [
      provider === 'webgpu' ? { name: 'webgpu', preferredLayout: 'NCHW' } : 'wasm',
    ],
    // Errors only: warnings about nodes left on the CPU are of no use to anybody here.
    logSeverityLevel: 3,
    externalData: weights,
  });
}

/** Throws a RangeError when no file's input is large enough: the manifest lacks the square one. */
export function smallestFor<File extends { readonly input: Size }>(
  photoInput: Size,
  files: readonly File[],
): File {
  const fitting = files
    .filter(({ input }) => input.width >= photoInput.width && input.height >= photoInput.height)
    .sort((a, b) => a.input.width * a.input.height - b.input.width * b.input.height);
  if (!fitting[0]) {
    throw new RangeError(`no encoder takes ${photoInput.width}x${photoInput.height}`);
  }
  return fitting[0];
}

function throwIf(problem: EngineProblem | null): void {
  if (problem) throw new ProblemError(problem);
}

/** The side of the robust features, which sets may choose; null where the decoder takes none. */
function detailOf(decoder: InferenceSession): Bindings | null {
  const features = decoder.inputMetadata.find(({ name }) => name === 'robust_features');
  if (!features) return null;
  const side = features.isTensor ? features.shape.at(-1) : null;
  return typeof side === 'number' ? { detail: side } : {};
}

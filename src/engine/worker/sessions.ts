import type { InferenceSession } from 'onnxruntime-web';
import type { Size } from '../../geometry/spaces.ts';
import { type Bindings, checkContract } from './contract-check.ts';
import { ProblemError, problemOf } from './problem.ts';
import type { Runtime } from './runtime.ts';

/** One ONNX file and the weights that lie outside it. */
export interface GraphFile {
  readonly name: string;
  readonly graph: Uint8Array;
  readonly weights: { readonly path: string; readonly data: Uint8Array } | null;
}

export interface EncoderFile extends GraphFile {
  /** What the graph takes: width and height of the zero-padded input. */
  readonly input: Size;
}

interface Encoder {
  readonly input: Size;
  readonly session: InferenceSession;
}

/** The model's sessions. The decoder stays; one encoder is kept, for the shape used last. */
export interface Sessions {
  readonly decoder: InferenceSession;
  /** The encoder with the smallest input that holds a photo of this input size. */
  encoderFor(photoInput: Size): Promise<Encoder>;
  releaseEncoder(): Promise<void>;
  /** Runs `task`; if memory is short, once more without the encoder session. */
  withMemory<T>(task: () => Promise<T>): Promise<T>;
}

export async function openSessions(
  runtime: Runtime,
  decoderFile: GraphFile,
  encoderFiles: readonly EncoderFile[],
): Promise<Sessions> {
  const decoder = await openSession(runtime, decoderFile);
  check(decoderFile.name, 'decoder', decoder);
  let encoder: Encoder | null = null;

  async function releaseEncoder(): Promise<void> {
    const released = encoder;
    encoder = null;
    await released?.session.release();
  }

  return {
    decoder,
    releaseEncoder,
    async encoderFor(photoInput) {
      const file = smallestFor(photoInput, encoderFiles);
      if (encoder && sameSize(encoder.input, file.input)) return encoder;
      await releaseEncoder();
      const session = await openSession(runtime, file);
      check(file.name, 'encoder', session, { ...file.input });
      encoder = { session, input: file.input };
      return encoder;
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
    ...(weights ? { externalData: [weights] } : {}),
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

function check(
  file: string,
  graph: 'encoder' | 'decoder',
  session: InferenceSession,
  bindings?: Bindings,
): void {
  const problem = checkContract(file, graph, session, bindings);
  if (problem) throw new ProblemError(problem);
}

function sameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}

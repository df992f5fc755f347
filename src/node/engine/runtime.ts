import * as ort from 'onnxruntime-node';
import type { Runtime } from '../../engine/worker/runtime.ts';

/** ONNX Runtime of this machine, in the place of the browser's: a CPU there is called "wasm". */
export function nativeRuntime(threads: number): Runtime {
  const create = (graph: Uint8Array, options: ort.InferenceSession.SessionOptions) =>
    ort.InferenceSession.create(graph, {
      ...options,
      executionProviders: ['cpu'],
      intraOpNumThreads: threads,
    });
  // The workers use nothing else of it, and of `create` no other form.
  const InferenceSession = { create } as typeof ort.InferenceSession;
  return { ort: { ...ort, InferenceSession }, provider: 'wasm' };
}

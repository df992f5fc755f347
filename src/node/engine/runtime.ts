import * as ort from 'onnxruntime-node';
import type { Runtime } from '../../engine/worker/runtime.ts';
import { Failure } from '../failure.ts';
import type { Computing, Device } from './computing.ts';

/**
 * ONNX Runtime of this machine, in the place of the browser's. To the workers it is "wasm" on every device: what goes in
 * and comes out lies in the memory of the CPU.
 */
export function nativeRuntime({ device, threads }: Omit<Computing, 'precision'>): Runtime {
  const create = (graph: Uint8Array, options: ort.InferenceSession.SessionOptions) =>
    ort.InferenceSession.create(graph, {
      ...options,
      // What a GPU lacks the CPU computes.
      executionProviders: device === 'cpu' ? ['cpu'] : [device, 'cpu'],
      intraOpNumThreads: threads,
    }).catch((error: unknown) => refuse(device, error));
  // The workers use nothing else of it, and of `create` no other form.
  const InferenceSession = { create } as typeof ort.InferenceSession;
  return { ort: { ...ort, InferenceSession }, provider: 'wasm' };
}

function refuse(device: Device, error: unknown): never {
  if (device === 'cpu') throw error;
  const said = error instanceof Error ? error.message : String(error);
  throw new Failure(`--device ${device}: it could not be started: ${said}`);
}

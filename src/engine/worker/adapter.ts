import { keysOf } from '../../typed/records.ts';
import type { Backend } from '../protocol.ts';
import { ProblemError } from './problem.ts';

/** The encoder's largest tensor: 256 channels at 256x256 (inside its first stage), in float32. */
const LARGEST_TENSOR_BYTES = 256 * 256 * 256 * 4;
const LIMITS = {
  maxStorageBufferBindingSize: LARGEST_TENSOR_BYTES,
  maxBufferSize: LARGEST_TENSOR_BYTES,
} as const;

/**
 * Checks that the browser's best GPU adapter can run the model; returns the adapter in words.
 * Throws a ProblemError that says what is missing. Costs nothing: no device is made.
 */
export async function checkAdapter(backend: Backend, allowSoftware: boolean): Promise<string> {
  if (!navigator.gpu) throw new ProblemError({ kind: 'no-webgpu' });
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new ProblemError({ kind: 'no-adapter' });
  if (isSoftware(adapter.info) && !allowSoftware) {
    throw new ProblemError({ kind: 'software-adapter' });
  }
  if (backend === 'webgpu-fp16' && !adapter.features.has('shader-f16')) {
    throw new ProblemError({ kind: 'no-shader-f16' });
  }
  for (const name of keysOf(LIMITS)) {
    const [got, needed] = [adapter.limits[name], LIMITS[name]];
    if (got < needed) throw new ProblemError({ kind: 'limit', name, needed, got });
  }
  return inWords(adapter.info);
}

/** Not every browser sets the flag; the names are those of the common software rasterisers. */
function isSoftware(info: GPUAdapterInfo): boolean {
  return (
    info.isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|basic render/i.test(inWords(info))
  );
}

function inWords({ vendor, architecture, device, description }: GPUAdapterInfo): string {
  return description || [vendor, architecture, device].filter(Boolean).join(' ') || 'GPU';
}

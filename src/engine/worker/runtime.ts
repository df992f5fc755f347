import type * as Ort from 'onnxruntime-web';
import webgpuGlue from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import webgpuBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import wasmGlue from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { FileSpec } from './files.ts';

export type Provider = 'wasm' | 'webgpu';

/** ONNX Runtime bound to one execution provider. */
export interface Runtime {
  readonly ort: typeof Ort;
  readonly provider: Provider;
}

interface RuntimeFiles {
  /** The compiled runtime; a hash of its content is part of the built URL. */
  readonly binary: FileSpec;
  /** JavaScript that instantiates it, also the script of its threads. */
  readonly glue: string;
}

/** Sizes are here for the progress bar, and are checked against the package by a test. */
export const RUNTIME_FILES: Readonly<Record<Provider, RuntimeFiles>> = {
  wasm: { binary: spec('ort-wasm-simd-threaded.wasm', wasmBinary, 14_239_897), glue: wasmGlue },
  webgpu: {
    binary: spec('ort-wasm-simd-threaded.asyncify.wasm', webgpuBinary, 26_781_914),
    glue: webgpuGlue,
  },
};

/**
 * The runtime starts with the first session; a failed start can't be repeated in the same worker.
 * It takes the binary by URL, out of the browser's cache: browsers keep compiled code only for
 * what they have streamed themselves, and a second visit starts and encodes faster with it.
 */
export async function loadRuntime(provider: Provider, threads: number): Promise<Runtime> {
  const { binary, glue } = RUNTIME_FILES[provider];
  const ort: typeof Ort =
    provider === 'wasm'
      ? await import('onnxruntime-web/wasm')
      : await import('onnxruntime-web/webgpu');
  ort.env.logLevel = 'error';
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.wasmPaths = { mjs: absolute(glue), wasm: binary.url };
  return { ort, provider };
}

function spec(name: string, url: string, bytes: number): FileSpec {
  return { name, url: absolute(url), bytes, sha256: null };
}

function absolute(url: string): string {
  return new URL(url, import.meta.url).href;
}

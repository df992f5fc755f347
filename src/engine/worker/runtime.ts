import type * as Ort from 'onnxruntime-web';
import webgpuGlue from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url&no-inline';
import webgpuBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url&no-inline';
import wasmGlue from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url&no-inline';
import wasmBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url&no-inline';
import { type FileSpec, isInPieces } from '../../models/load-file.ts';

export type Provider = 'wasm' | 'webgpu';

/** ONNX Runtime bound to one execution provider. */
export interface Runtime {
  readonly ort: typeof Ort;
  readonly provider: Provider;
}

interface RuntimeFiles {
  /** The compiled runtime. */
  readonly binary: FileSpec;
  /** JavaScript that instantiates it, also the script of its threads. */
  readonly glue: string;
}

/** Sizes and checksums are compared with the package by a test. */
export const RUNTIME_FILES: Readonly<Record<Provider, RuntimeFiles>> = {
  wasm: {
    binary: {
      name: 'ort-wasm-simd-threaded.wasm',
      url: absolute(wasmBinary),
      bytes: 14_239_897,
      sha256: '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
    },
    glue: absolute(wasmGlue),
  },
  webgpu: {
    binary: {
      name: 'ort-wasm-simd-threaded.asyncify.wasm',
      url: absolute(webgpuBinary),
      bytes: 26_781_914,
      sha256: '39f9f0894d478800487ed9f7dbe92618498db320cf55c8e3d89adff8dce658da',
    },
    glue: absolute(webgpuGlue),
  },
};

/**
 * The runtime starts with the first session; a failed start can't be repeated in the same worker.
 * It takes the binary by URL, out of the browser's cache: browsers keep compiled code only for
 * what they have streamed themselves, and a second visit starts and encodes faster with it. Only one
 * that lies in pieces on the server has no URL.
 */
export async function loadRuntime(
  provider: Provider,
  threads: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Runtime> {
  const { binary, glue } = RUNTIME_FILES[provider];
  const ort: typeof Ort =
    provider === 'wasm'
      ? await import('onnxruntime-web/wasm')
      : await import('onnxruntime-web/webgpu');
  ort.env.logLevel = 'error';
  ort.env.wasm.numThreads = threads;
  if (isInPieces(binary)) {
    ort.env.wasm.wasmPaths = { mjs: glue };
    ort.env.wasm.wasmBinary = bytes;
  } else ort.env.wasm.wasmPaths = { mjs: glue, wasm: binary.url };
  return { ort, provider };
}

function absolute(url: string): string {
  return new URL(url, import.meta.url).href;
}

import createLibheif from 'libheif-js/libheif-wasm/libheif.js';
import binary from 'libheif-js/libheif-wasm/libheif.wasm?url&no-inline';

interface Failure {
  readonly code: unknown;
  readonly message: string;
}

interface Decoded {
  readonly image: unknown;
  readonly channels: readonly {
    readonly width: number;
    readonly height: number;
    readonly stride: number;
    readonly data: Uint8Array;
  }[];
}

/** What we use of it; the package's own types say `any`. */
export interface Libheif {
  heif_context_alloc(): unknown;
  heif_context_free(context: unknown): void;
  heif_context_read_from_memory(context: unknown, bytes: Uint8Array): Failure;
  heif_js_context_get_primary_image_handle(context: unknown): object | Failure;
  heif_js_decode_image2(
    handle: object,
    colorspace: unknown,
    chroma: unknown,
  ): Promise<Decoded | Failure>;
  heif_image_handle_release(handle: object): void;
  heif_image_release(image: unknown): void;
  readonly heif_error_code: { readonly heif_error_Ok: unknown };
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
  readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: unknown };
}

/** Its file could not be had: offline for the first time, or a broken installation. */
export class HeicReaderMissing extends Error {}

let loading: Promise<Libheif> | null = null;

/** Once; again after it could not be had. */
export function loadLibheif(): Promise<Libheif> {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(): Promise<Libheif> {
  const response = await fetch(binary).catch(() => null);
  if (!response?.ok) throw new HeicReaderMissing();
  const wasmBinary = await response.arrayBuffer();
  return new Promise((resolve, reject) => {
    const module: Libheif = createLibheif({
      wasmBinary,
      // It may be ready before it is returned.
      onRuntimeInitialized: () => queueMicrotask(() => resolve(module)),
      onAbort: reject,
      print: () => {},
      printErr: () => {},
    });
  });
}

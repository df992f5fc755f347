/** int8: as on a page without a GPU, so masks are the page's; fp32: as in training, and on GPUs. */
export const PRECISIONS = ['int8', 'fp32'] as const;
export type NativePrecision = (typeof PRECISIONS)[number];

/** Execution providers of the native ONNX Runtime. */
export const DEVICES = ['cpu', 'cuda', 'webgpu'] as const;
export type Device = (typeof DEVICES)[number];

/** What a process computes with. */
export interface Computing {
  readonly device: Device;
  readonly precision: NativePrecision;
  /** How many the CPU may use. */
  readonly threads: number;
}

export function computingOn(device: Device, threads: number): Computing {
  return { device, precision: device === 'cpu' ? 'int8' : 'fp32', threads };
}

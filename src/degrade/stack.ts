/** As training/degrade/registry.py names them: the paper's fifteen, then what it leaves out. */
export const DEGRADATION_NAMES = [
  'snow',
  'fog',
  'rain',
  'gaussian_noise',
  'iso_noise',
  'impulse_noise',
  'resampling_blur',
  'motion_blur',
  'zoom_blur',
  'colour_jitter',
  'compression',
  'elastic_transform',
  'frosted_glass_blur',
  'brightness',
  'contrast',
  'low_light',
  'defocus',
  'chain_once',
  'chain_1',
  'chain_2',
  'chain_3',
] as const;

/** One of the degradations. */
export type DegradationName = (typeof DEGRADATION_NAMES)[number];

export interface Step {
  readonly name: DegradationName;
  /** 0 to 1; 0.5 as strong as in the paper. */
  readonly severity: number;
}

/** What is done to a photo, in this order. */
export interface Stack {
  readonly steps: readonly Step[];
  /** An integer. */
  readonly seed: number;
}

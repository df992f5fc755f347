/** How kept objects are painted; nothing of it is exported. */
export interface MaskLook {
  /** Its class's colour, while it has one, or always its own. */
  readonly colorBy: 'class' | 'object';
  /** Opacity of the fill, 0 to 1; 0: the outline alone. */
  readonly opacity: number;
}

export const OPACITIES: readonly number[] = [0, 0.2, 0.35, 0.5, 0.7];
export const DEFAULT_LOOK: MaskLook = { colorBy: 'class', opacity: 0.35 };

/** Storage may hold anything. */
export function maskLookIn(stored: unknown): MaskLook {
  const { colorBy, opacity } = Object(stored);
  return {
    colorBy: colorBy === 'object' ? 'object' : 'class',
    opacity: OPACITIES.find((one) => one === opacity) ?? DEFAULT_LOOK.opacity,
  };
}

/** The next opacity up or down; the same one at the end. */
export function opacityStep(opacity: number, by: 1 | -1): number {
  const at = OPACITIES.indexOf(opacity);
  return OPACITIES[Math.min(Math.max(at + by, 0), OPACITIES.length - 1)] ?? opacity;
}

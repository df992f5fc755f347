import type { Size } from './spaces.ts';

/** How the photo lies on the stage: screen = image * scale + offset. `scale` is CSS pixels per photo pixel. */
export interface Viewport {
  readonly stage: Size;
  readonly image: Size;
  readonly scale: number;
  readonly offset: { readonly x: number; readonly y: number };
}

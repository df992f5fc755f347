/**
 * The wheel zooms. With Ctrl held over the live mask it steps through the candidates instead.
 * A trackpad pinch arrives as a wheel event that says Ctrl although no key is down: browsers offer
 * no other sign, so the real key is tracked (keys/held-keys.ts) and a pinch always zooms.
 */
export interface WheelInput {
  /** CSS pixels, positive towards the person. */
  readonly deltaY: number;
  readonly saysCtrl: boolean;
  readonly ctrlHeld: boolean;
  readonly overLiveMask: boolean;
}

export type WheelStep =
  | { readonly do: 'zoom'; readonly factor: number; readonly carried: 0 }
  | { readonly do: 'cycle'; readonly step: 1 | -1 | 0; readonly carried: number };

/** One notch of a usual wheel is 100 to 120 px: about a fifth more or less. */
const ZOOM_PER_PIXEL = 0.0015;
/** Pinches come in small deltas. */
const PINCH_PER_PIXEL = 0.01;
/** A notch is one candidate; a trackpad has to travel this far. */
const PIXELS_PER_CANDIDATE = 60;

/** `carried` is the part of a candidate step that earlier small deltas have made. Pure. */
export function wheelStep(carried: number, input: WheelInput): WheelStep {
  const { deltaY, saysCtrl, ctrlHeld, overLiveMask } = input;
  if (!ctrlHeld || !overLiveMask) {
    const perPixel = saysCtrl && !ctrlHeld ? PINCH_PER_PIXEL : ZOOM_PER_PIXEL;
    return { do: 'zoom', factor: Math.exp(-deltaY * perPixel), carried: 0 };
  }
  const travelled = carried + deltaY;
  if (Math.abs(travelled) < PIXELS_PER_CANDIDATE)
    return { do: 'cycle', step: 0, carried: travelled };
  return { do: 'cycle', step: travelled > 0 ? 1 : -1, carried: 0 };
}

/** Wheel deltas in CSS pixels whatever unit the browser counts in. */
export function wheelPixels(
  event: { deltaY: number; deltaMode: number },
  pageHeight: number,
): number {
  const [LINES, PAGES] = [1, 2];
  if (event.deltaMode === LINES) return event.deltaY * 33;
  return event.deltaMode === PAGES ? event.deltaY * pageHeight : event.deltaY;
}

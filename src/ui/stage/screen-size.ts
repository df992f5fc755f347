import type { Size } from '../../geometry/spaces.ts';

export interface ScreenSize {
  /** CSS pixels. */
  readonly css: Size;
  /** Whole device pixels. */
  readonly device: Size;
}

/**
 * Tells the element's size now and whenever it or the device pixel ratio changes. Browsers that
 * know device-pixel-content-box give the exact device pixels (and fire when the ratio changes);
 * Safari does not, so the ratio is watched as well.
 */
export function watchScreenSize(
  signal: AbortSignal,
  element: HTMLElement,
  onSize: (size: ScreenSize) => void,
): void {
  const observer = new ResizeObserver(([entry]) => {
    if (entry) onSize(sizeOf(entry));
  });
  try {
    observer.observe(element, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(element);
  }
  signal.addEventListener('abort', () => observer.disconnect());
  watchPixelRatio(signal, () => {
    observer.unobserve(element);
    observer.observe(element);
  });
}

function sizeOf({ contentRect, devicePixelContentBoxSize }: ResizeObserverEntry): ScreenSize {
  const { width, height } = contentRect;
  const exact = devicePixelContentBoxSize?.[0];
  return {
    css: { width, height },
    device: {
      width: devicePixels(width, exact?.inlineSize),
      height: devicePixels(height, exact?.blockSize),
    },
  };
}

/** The exact figure is off by rounding at most; an emulated pixel ratio leaves it out altogether. */
function devicePixels(css: number, exact: number | undefined): number {
  const estimate = css * devicePixelRatio;
  return exact !== undefined && Math.abs(exact - estimate) < 1 ? exact : Math.round(estimate);
}

/** A media query for the present ratio changes once; then the next one is asked. */
function watchPixelRatio(signal: AbortSignal, onChange: () => void): void {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const next = () => {
    onChange();
    watchPixelRatio(signal, onChange);
  };
  query.addEventListener('change', next, { once: true, signal });
}

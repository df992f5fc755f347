import { useEffect, useState } from 'react';
import type { TourStep } from '../../app/state/view.ts';
import type { Rect } from '../kit/place-beside.ts';
import { TOUR_SLOT } from '../kit/places.ts';

/** The controls that each step means; the first that is on the page counts. */
const CONTROLS: Readonly<Record<TourStep, readonly string[]>> = {
  open: ['[data-action="openPhotos"]'],
  click: [],
  keep: ['.prompt-bar .button.primary'],
  export: ['[data-action="export"]'],
};
/** Where there is no control to point at, or no room beside it: in the corner of the photo that no other control uses. */
const AREA = '.stage-frame';
const INSET = 12;
const NARROW = '(max-width: 639.98px)';
const LOOK_MILLISECONDS = 200;

interface Anchor {
  /** A place that the page itself leaves for the step. */
  readonly slot: HTMLElement | null;
  /** What the card goes beside where there is no such place. */
  readonly beside: Rect | null;
  /** Place of the control that is meant. */
  readonly control: Rect | null;
}

/** Where the step's control is; looked for now and then, as it moves with anything on the page. */
export function useAnchor(step: TourStep): Anchor {
  const [anchor, setAnchor] = useState(() => anchorOf(step));
  useEffect(() => {
    const look = () => setAnchor((before) => sameOr(before, anchorOf(step)));
    look();
    const looking = setInterval(look, LOOK_MILLISECONDS);
    addEventListener('resize', look);
    return () => {
      clearInterval(looking);
      removeEventListener('resize', look);
    };
  }, [step]);
  return anchor;
}

function anchorOf(step: TourStep): Anchor {
  const slot = step === 'open' ? document.getElementById(TOUR_SLOT) : null;
  if (slot) return { slot, beside: null, control: null };
  const control = CONTROLS[step].map(rectOf).find((rect) => rect && rect.width > 0) ?? null;
  const area = rectOf(AREA);
  const corner = area && { x: area.x + INSET, y: area.y, width: 0, height: 0 };
  // On a narrow screen it would lie over the tools.
  return { slot, beside: matchMedia(NARROW).matches ? corner : (control ?? corner), control };
}

function rectOf(selector: string): Rect | null {
  const rect = document.querySelector(selector)?.getBoundingClientRect();
  return rect ? { x: rect.x, y: rect.y, width: rect.width, height: rect.height } : null;
}

/** The same object while nothing has moved, so nothing is laid out again. */
function sameOr(before: Anchor, now: Anchor): Anchor {
  const isSame = before.slot === now.slot && placesOf(before) === placesOf(now);
  return isSame ? before : now;
}

function placesOf({ beside, control }: Anchor): string {
  return JSON.stringify([beside, control]);
}

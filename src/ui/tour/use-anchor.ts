import { useEffect, useState } from 'react';
import type { TourStep } from '../../app/state/view.ts';
import type { Rect } from '../kit/place-beside.ts';

/** Of each step the controls that are meant; the first that is on the page counts. */
const CONTROLS: Readonly<Record<TourStep, readonly string[]>> = {
  open: ['.welcome [data-action="openPhotos"]', '[data-action="openPhotos"]'],
  click: [],
  keep: ['.prompt-bar .button.primary'],
  export: ['[data-action="export"]'],
};
/** Where there is no control to point at: in the corner of the photo that no other control uses. */
const AREA = '.stage-frame';
const INSET = 12;
const LOOK_MILLISECONDS = 200;

interface Anchor {
  readonly rect: Rect;
  /** Not a control but the photo. */
  readonly isArea: boolean;
}

/** Where the step's control is; looked for now and then, as it moves with anything on the page. */
export function useAnchor(step: TourStep): Anchor | null {
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

function anchorOf(step: TourStep): Anchor | null {
  for (const selector of CONTROLS[step]) {
    const rect = document.querySelector(selector)?.getBoundingClientRect();
    if (rect && rect.width > 0) return { rect: rectOf(rect), isArea: false };
  }
  const area = document.querySelector(AREA)?.getBoundingClientRect();
  if (!area) return null;
  const { x, y } = area;
  return { rect: { x: x + INSET, y, width: 0, height: 0 }, isArea: true };
}

function rectOf({ x, y, width, height }: DOMRect): Rect {
  return { x, y, width, height };
}

/** The same object while nothing has moved, so that nothing is laid out again. */
function sameOr(before: Anchor | null, now: Anchor | null): Anchor | null {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

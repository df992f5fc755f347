import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useAnnotator, useObjects } from '../kit/annotator.ts';
import { dropPlace } from './drop-place.ts';

/** CSS pixels a press may move and still be a click. */
const JITTER = 5;
/** Near its ends the list scrolls along, by so many CSS pixels a move. */
const [EDGE, SCROLL] = [28, 10];

interface Press {
  readonly id: string;
  readonly y: number;
}

/**
 * Rows of the list are dragged to another place: the mouse takes them anywhere, a finger by their
 * picture, as it scrolls elsewhere. `gap` is where they would go, null while nothing is dragged.
 */
export function useReorder(shown: readonly string[], selected: readonly string[]) {
  const annotator = useAnnotator();
  const ids = useObjects().map(({ id }) => id);
  const press = useRef<Press | null>(null);
  const [gap, setGap] = useState<number | null>(null);

  function cancel(): void {
    press.current = null;
    setGap(null);
  }

  useEffect(() => {
    if (gap === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      press.current = null;
      setGap(null);
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [gap]);

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    const { target, button, pointerType, clientY } = event;
    if (button !== 0 || !(target instanceof Element)) return;
    const row = target.closest<HTMLElement>('[data-object]');
    const isHandle = pointerType !== 'touch' || target.closest('.object-thumb') !== null;
    const id = row?.dataset.object;
    if (id && isHandle && !target.closest('input')) press.current = { id, y: clientY };
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const { currentTarget: list, pointerId, clientY, buttons } = event;
    // Let go outside the list, before it was a drag.
    if (buttons === 0) press.current = null;
    if (!press.current) return;
    if (gap === null) {
      if (Math.abs(clientY - press.current.y) <= JITTER) return;
      list.setPointerCapture(pointerId);
    }
    scrollAlong(list, clientY);
    setGap(gapAt(list, clientY));
  }

  function onPointerUp(): void {
    const { current } = press;
    if (current && gap !== null) {
      const moving = selected.includes(current.id) ? selected : [current.id];
      annotator.placeObjects(moving, dropPlace(ids, shown, moving, gap));
    }
    cancel();
  }

  const events = { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: cancel };
  return { gap, events };
}

function scrollAlong(list: HTMLElement, y: number): void {
  const { top, bottom } = list.getBoundingClientRect();
  if (y < top + EDGE) list.scrollTop -= SCROLL;
  if (y > bottom - EDGE) list.scrollTop += SCROLL;
}

/** How many rows have their middle above. */
function gapAt(list: HTMLElement, y: number): number {
  const above = [...list.querySelectorAll<HTMLElement>('[data-index]')].filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y > top + height / 2;
  });
  return above.length === 0 ? 0 : Number(above.at(-1)?.dataset.index) + 1;
}

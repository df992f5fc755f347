import { type MouseEvent, type ReactNode, type TouchEvent, useRef, useState } from 'react';
import type { Rect } from '../kit/place-beside.ts';
import { Menu } from './Menu.tsx';
import type { MenuItem } from './menu-items.ts';

const HOLD_MILLISECONDS = 500;
/** A click comes this long after the finger at most. */
const CLICK_MILLISECONDS = 400;
/** A finger trembles this many CSS pixels. */
const JITTER = 10;

interface Open {
  readonly items: readonly MenuItem[];
  readonly anchor: Rect;
}

/**
 * A menu for an element and what is in it: by the right button, by the menu key or Shift+F10, by a long
 * press. `events` go onto the element, `element` beside it. `items` are asked for when it opens, with what
 * was pressed; null: there is no menu here.
 */
export function useContextMenu(
  label: string,
  items: (target: Element) => readonly MenuItem[] | null,
): { readonly events: ContextMenuEvents; readonly element: ReactNode } {
  const [open, setOpen] = useState<Open | null>(null);
  const holding = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef({ x: 0, y: 0 });
  /** The click at the end of a long press means nothing. */
  const swallows = useRef(false);

  function show(target: EventTarget, anchor: Rect): boolean {
    const found = target instanceof Element ? items(target) : null;
    if (found) setOpen({ items: found, anchor });
    return found !== null;
  }

  const events: ContextMenuEvents = {
    onContextMenu(event) {
      clearTimeout(holding.current);
      const { target, nativeEvent, clientX: x, clientY: y } = event;
      const pointer = nativeEvent instanceof PointerEvent ? nativeEvent.pointerType : 'mouse';
      // From the keyboard it comes without a place.
      const isByKey = pointer === '' && target instanceof Element;
      const isOpen = show(
        target,
        isByKey ? target.getBoundingClientRect() : { x, y, width: 0, height: 0 },
      );
      if (isOpen) event.preventDefault();
      if (pointer === 'touch') swallows.current = isOpen;
    },
    onTouchStart({ target, touches }) {
      clearTimeout(holding.current);
      swallows.current = false;
      const finger = touches[0];
      if (!finger || touches.length > 1) return;
      const at = { x: finger.clientX, y: finger.clientY };
      start.current = at;
      holding.current = setTimeout(() => {
        swallows.current = show(target, { ...at, width: 0, height: 0 });
      }, HOLD_MILLISECONDS);
    },
    onTouchMove({ touches }) {
      const finger = touches[0];
      if (!finger) return;
      const { x, y } = start.current;
      if (Math.hypot(finger.clientX - x, finger.clientY - y) > JITTER)
        clearTimeout(holding.current);
    },
    onTouchEnd() {
      clearTimeout(holding.current);
      setTimeout(() => {
        swallows.current = false;
      }, CLICK_MILLISECONDS);
    },
    onTouchCancel: () => clearTimeout(holding.current),
    onClickCapture(event) {
      if (!swallows.current) return;
      swallows.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  const element = open && <Menu label={label} {...open} onClose={() => setOpen(null)} />;
  return { events, element };
}

interface ContextMenuEvents {
  onContextMenu(event: MouseEvent): void;
  onTouchStart(event: TouchEvent): void;
  onTouchMove(event: TouchEvent): void;
  onTouchEnd(): void;
  onTouchCancel(): void;
  onClickCapture(event: MouseEvent): void;
}

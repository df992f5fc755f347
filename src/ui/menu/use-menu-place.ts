import { type RefObject, useLayoutEffect, useRef } from 'react';
import { placeBeside, type Rect } from '../kit/place-beside.ts';
import type { Submenu } from './menu-items.ts';

/** Puts the menu beside what it belongs to, and the focus on its first item, or back on what opened the submenu. */
export function useMenuPlace(
  menu: RefObject<HTMLElement | null>,
  anchor: Rect,
  submenu: Submenu | null,
): void {
  /** Label of the submenu that was last open. */
  const left = useRef<string | null>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const page = { width: innerWidth, height: innerHeight };
    const { x, y } = placeBeside(anchor, { width, height }, page, ['below', 'above']);
    element.style.left = `${x}px`;
    element.style.top = `${y}px`;
    const within = itemsIn(element);
    const opener = within.find(({ textContent }) => textContent === left.current);
    // The first item of a submenu leads back.
    (submenu ? within[1] : (opener ?? within[0]))?.focus();
    left.current = submenu?.label ?? null;
  }, [menu, anchor, submenu]);
}

export function itemsIn(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.menu-item')];
}

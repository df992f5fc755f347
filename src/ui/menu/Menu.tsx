import { Check, ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { placeBeside, type Rect } from '../place-beside.ts';
import type { MenuAction, MenuItem, Submenu } from './menu-items.ts';
import { focusStep } from './menu-keys.ts';

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** A point of the page, or what it belongs to. */
  readonly anchor: Rect;
  readonly onClose: () => void;
}

/**
 * A menu in the browser's top layer. A submenu takes its place, so that it fits every screen; Esc, Tab
 * and a press elsewhere close it, and the focus goes back to where it was.
 */
export function Menu({ label, items, anchor, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const [submenu, setSubmenu] = useState<Submenu | null>(null);
  const close = useMenuLife(menu, onClose);
  const wasPressed = useRef(false);
  const shown = submenu?.items ?? items;

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const page = { width: innerWidth, height: innerHeight };
    const { x, y } = placeBeside(anchor, { width, height }, page, ['below', 'above']);
    element.style.left = `${x}px`;
    element.style.top = `${y}px`;
    itemsIn(element)[submenu ? 1 : 0]?.focus();
  }, [anchor, submenu]);

  function onKeyDown(event: KeyboardEvent): void {
    const within = menu.current ? itemsIn(menu.current) : [];
    const next = focusStep(within, event.target as HTMLElement, event.key);
    if (next) next.focus();
    else if (event.key === 'Tab' || (event.key === 'Escape' && !submenu)) close();
    else if (submenu && (event.key === 'Escape' || event.key === 'ArrowLeft')) setSubmenu(null);
    else if (event.key === 'ArrowRight') openFocused(within);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Only a submenu answers to the arrow. */
  function openFocused(within: readonly HTMLElement[]): void {
    const at = within.indexOf(document.activeElement as HTMLElement);
    if (within[at]?.getAttribute('aria-haspopup')) within[at].click();
  }

  function run(item: MenuAction): void {
    if (item.whyNot !== null) return;
    close();
    item.run();
  }

  return (
    <div
      ref={menu}
      className="menu"
      role="menu"
      tabIndex={-1}
      aria-label={submenu?.label ?? label}
      popover="manual"
      onKeyDown={onKeyDown}
      onPointerDown={() => {
        wasPressed.current = true;
      }}
      // The end of the long press that opened it may come down on an item.
      onClickCapture={(event) => event.detail > 0 && !wasPressed.current && event.stopPropagation()}
      onContextMenu={(event) => event.preventDefault()}
    >
      {submenu && (
        <button
          type="button"
          role="menuitem"
          className="menu-item"
          onClick={() => setSubmenu(null)}
        >
          <ChevronLeft aria-hidden size={14} />
          <span className="menu-label">{BACK}</span>
        </button>
      )}
      {shown.map((item, i) =>
        item.kind === 'rule' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a menu's items don't move while it is open.
          <hr key={i} />
        ) : (
          <Row
            key={item.label}
            item={item}
            onChoose={() => (item.kind === 'submenu' ? open(item) : run(item))}
          />
        ),
      )}
    </div>
  );

  function open(item: Submenu): void {
    if (item.whyNot === null) setSubmenu(item);
  }
}

const BACK = 'Back';

interface RowProps {
  readonly item: MenuAction | Submenu;
  readonly onChoose: () => void;
}

function Row({ item, onChoose }: RowProps) {
  const { label, whyNot } = item;
  const isOn = item.kind === 'action' ? item.isOn : undefined;
  return (
    <button
      type="button"
      {...roleOf(isOn)}
      className="menu-item"
      tabIndex={-1}
      aria-disabled={whyNot !== null}
      aria-haspopup={item.kind === 'submenu' ? 'menu' : undefined}
      onClick={onChoose}
    >
      <span className="menu-mark">{isOn ? <Check aria-hidden size={14} /> : null}</span>
      {item.kind === 'action' && item.mark}
      <span className="menu-label">
        {label}
        {whyNot !== null && <small>{whyNot}</small>}
      </span>
      {item.kind === 'action' && item.keys && <kbd aria-hidden>{item.keys}</kbd>}
      {item.kind === 'submenu' && <ChevronRight aria-hidden size={14} />}
    </button>
  );
}

function roleOf(isOn: boolean | undefined) {
  if (isOn === undefined) return { role: 'menuitem' };
  return { role: 'menuitemcheckbox', 'aria-checked': isOn };
}

function itemsIn(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('.menu-item')];
}

/** Shows it while it is mounted; the result closes it and gives the focus back. */
function useMenuLife(
  menu: { readonly current: HTMLElement | null },
  onClose: () => void,
): () => void {
  const opener = useRef<Element | null>(null);
  const closing = useRef(onClose);
  closing.current = onClose;

  useLayoutEffect(() => {
    opener.current ??= document.activeElement;
    menu.current?.showPopover();
  }, [menu]);

  useEffect(() => {
    const controller = new AbortController();
    const listen = { signal: controller.signal, capture: true };
    const close = () => closing.current();
    const onPress = ({ target }: Event) => {
      if (!(target instanceof Node && menu.current?.contains(target))) close();
    };
    addEventListener('pointerdown', onPress, listen);
    addEventListener('resize', close, listen);
    addEventListener('blur', ({ target }) => target === window && close(), listen);
    return () => controller.abort();
  }, [menu]);

  return () => {
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
}

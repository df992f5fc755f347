import { ChevronLeft } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { t } from '../../words/words.ts';
import type { Rect } from '../kit/place-beside.ts';
import { MenuRow } from './MenuRow.tsx';
import type { MenuAction, MenuItem, Submenu } from './menu-items.ts';
import { focusStep } from './menu-keys.ts';
import { useMenuLife } from './use-menu-life.ts';
import { itemsIn, useMenuPlace } from './use-menu-place.ts';

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** A point of the page, or what it belongs to. */
  readonly anchor: Rect;
  readonly onClose: () => void;
}

/**
 * A menu in the browser's top layer. A submenu takes its place, so it fits every screen; Esc, Tab
 * and a press elsewhere close it, and the focus goes back to where it was.
 */
export function Menu({ label, items, anchor, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const [submenu, setSubmenu] = useState<Submenu | null>(null);
  const close = useMenuLife(menu, onClose);
  const wasPressed = useRef(false);
  useMenuPlace(menu, anchor, submenu);
  const shown = submenu?.items ?? items;

  function onKeyDown(event: KeyboardEvent): void {
    const within = menu.current ? itemsIn(menu.current) : [];
    const next = focusStep(within, within.find((item) => item === event.target) ?? null, event.key);
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
    const focused = within.find((item) => item === document.activeElement);
    if (focused?.getAttribute('aria-haspopup')) focused.click();
  }

  function choose(item: MenuAction | Submenu): void {
    if (item.whyNot !== null) return;
    if (item.kind === 'submenu') {
      setSubmenu(item);
      return;
    }
    // The focus goes back first: the action may want it elsewhere.
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
      {submenu && <BackRow onClick={() => setSubmenu(null)} />}
      {shown.map((item, i) =>
        item.kind === 'rule' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a menu's items don't move while it is open.
          <hr key={i} />
        ) : (
          <MenuRow key={item.label} item={item} onChoose={() => choose(item)} />
        ),
      )}
    </div>
  );
}

function BackRow({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" role="menuitem" className="menu-item" onClick={onClick}>
      <ChevronLeft aria-hidden size={14} />
      <span className="menu-label">{t('menu.back')}</span>
    </button>
  );
}

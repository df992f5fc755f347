import { Check, ChevronRight } from 'lucide-react';
import type { MenuAction, Submenu } from './menu-items.ts';

interface Props {
  readonly item: MenuAction | Submenu;
  readonly onChoose: () => void;
}

export function MenuRow({ item, onChoose }: Props) {
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

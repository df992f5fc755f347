import type { LucideProps } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Language } from '../../words/languages.ts';

export interface IconButtonProps {
  /** From lucide, or anything of its size. */
  readonly icon: ComponentType<LucideProps>;
  readonly label: string;
  /** In words: "Ctrl+Z". */
  readonly keys?: string;
  readonly tip?: 'below' | 'above' | 'right' | 'left';
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** -1 in lists, where Tab stops at one row only. */
  readonly tabIndex?: number;
  readonly className?: string;
  readonly id?: string;
  /** Language of the label, where it isn't the page's. */
  readonly lang?: Language;
  /** Name in the registry, for what points at its button. */
  readonly action?: string;
  readonly onClick: () => void;
}

/** An icon with a name, and a tooltip that also tells the key. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, keys, tip = 'below', pressed, disabled, className, onClick } = props;
  return (
    <button
      type="button"
      className={`icon-button ${className ?? ''}`}
      id={props.id}
      lang={props.lang}
      aria-label={label}
      data-action={props.action}
      aria-pressed={pressed}
      data-tip={keys ? `${label} (${keys})` : label}
      data-tip-side={tip}
      disabled={disabled}
      tabIndex={props.tabIndex}
      onMouseDown={keepFocus}
      onClick={onClick}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
    </button>
  );
}

/** A mouse click on a control leaves the focus, and so the keys, on the stage. */
export function keepFocus(event: { preventDefault(): void }): void {
  event.preventDefault();
}

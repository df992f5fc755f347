import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../../words/words.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import type { ClassOption } from './class-options.ts';

interface Props {
  readonly id: string;
  readonly options: readonly ClassOption[];
  readonly active: number;
  readonly onChoose: (option: ClassOption) => void;
}

/** The list of a combobox: the focus stays in the field, which names the active option. */
export function ClassOptions({ id, options, active, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      className="class-options"
      role="listbox"
      aria-label={t('classes.title')}
      hidden={options.length === 0}
    >
      {options.map((option, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
        <div
          key={option.kind === 'class' ? option.class.id : option.kind}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          className="class-option"
          onMouseDown={keepFocus}
          onClick={() => onChoose(option)}
        >
          <OptionWords option={option} />
        </div>
      ))}
    </div>
  );
}

function OptionWords({ option }: { readonly option: ClassOption }) {
  switch (option.kind) {
    case 'class':
      return (
        <>
          <span className="swatch" style={{ background: option.class.color }} />
          <span className="class-option-name">{option.class.name}</span>
          {option.key && <kbd aria-hidden>{option.key}</kbd>}
        </>
      );
    case 'create':
      return (
        <>
          <Plus aria-hidden size={14} />
          <span className="class-option-name">{t('classes.new', { name: option.name })}</span>
        </>
      );
    case 'none':
      return (
        <>
          <span className="class-option-name">{t('classes.none')}</span>
          <kbd aria-hidden>0</kbd>
        </>
      );
  }
}

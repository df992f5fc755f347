import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { isComposing } from './composing.ts';

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
  readonly isDisabled?: boolean;
  /** Begins with the focus and everything selected. */
  readonly takesFocus?: boolean;
  readonly onCommit: (value: string) => void;
  /** The person is done, whether anything changed or not. */
  readonly onDone?: () => void;
}

/** Text that counts once it is left or Enter is pressed, as one undo step; Esc takes it back. */
export function CommitField(props: Props) {
  const { id, label, value, placeholder, isMultiline, isDisabled, takesFocus, onCommit, onDone } =
    props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    input.current?.focus();
    input.current?.select();
  }, [takesFocus]);
  type Field = HTMLInputElement | HTMLTextAreaElement;

  function onBlur({ target }: FocusEvent<Field>): void {
    const text = target.value;
    // What is refused must not stay in the field; what is taken comes back as the new value.
    target.value = value;
    if (text !== value) onCommit(text);
    onDone?.();
  }

  function onKeyDown(event: KeyboardEvent<Field>): void {
    if (isComposing(event)) return;
    const field = event.currentTarget;
    if (event.key === 'Escape') field.value = value;
    else if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    field.blur();
  }

  const common = {
    // Undo changes the value from outside.
    key: value,
    id,
    'aria-label': label,
    className: 'text-field',
    defaultValue: value,
    placeholder,
    disabled: isDisabled,
    onBlur,
    onKeyDown,
  };
  if (isMultiline) return <textarea {...common} rows={2} />;
  return <input {...common} ref={input} type="text" />;
}

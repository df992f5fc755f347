import { Pencil } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { ObjectClass } from '../../document/classes.ts';
import { classKey } from '../../tools/actions/class-actions.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { classMenu } from '../menu/class-menu.tsx';
import { useContextMenu } from '../menu/use-context-menu.tsx';

interface Props {
  readonly one: ObjectClass;
  readonly index: number;
  /** Objects on all photos. */
  readonly count: number;
  readonly isEdited: boolean;
  readonly onEdit: (isEdited: boolean) => void;
}

export function ClassRow({ one, index, count, isEdited, onEdit }: Props) {
  const annotator = useAnnotator();
  const isCurrent = useView((view) => view.classId === one.id);
  const hands = useHands();
  const color = useRef<HTMLInputElement>(null);
  const menu = useContextMenu(t('classes.named', { name: one.name }), () =>
    classMenu(hands, one, () => color.current?.showPicker()),
  );
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'F2') return;
    // Elsewhere it renames the selected object.
    event.stopPropagation();
    onEdit(true);
  }

  return (
    <>
      <div className="class-row" {...menu.events}>
        <ColorField one={one} field={color} />
        <button
          type="button"
          className="class-name"
          aria-pressed={isCurrent}
          onClick={() => annotator.chooseClass(one.id)}
          onDoubleClick={() => onEdit(true)}
          onKeyDown={onKeyDown}
        >
          <span className="class-option-name">{one.name}</span>
          <span className="class-count">{t('objects.count', { count })}</span>
          {classKey(index) && <kbd aria-hidden>{classKey(index)}</kbd>}
        </button>
        <IconButton
          icon={Pencil}
          label={t('classes.row.edit', { name: one.name })}
          tip="left"
          pressed={isEdited}
          className="object-toggle"
          onClick={() => onEdit(!isEdited)}
        />
      </div>
      {menu.element}
    </>
  );
}

interface ColorProps {
  readonly one: ObjectClass;
  readonly field: RefObject<HTMLInputElement | null>;
}

function ColorField({ one, field }: ColorProps) {
  const annotator = useAnnotator();
  const { id, name, color } = one;
  useEffect(() => {
    // React's onChange comes with every shade on the way; this one once, when the choice is made.
    const input = field.current;
    const take = () => input && annotator.setClassColor(id, input.value);
    input?.addEventListener('change', take);
    return () => input?.removeEventListener('change', take);
  }, [annotator, id, field]);
  return (
    <input
      key={color}
      ref={field}
      type="color"
      className="class-color"
      aria-label={t('classes.row.colour', { name })}
      defaultValue={color}
    />
  );
}

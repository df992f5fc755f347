import { Pencil } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ObjectClass } from '../../document/classes.ts';
import { useAnnotator, useView } from '../annotator.ts';
import { IconButton } from '../IconButton.tsx';
import { keyOf } from './class-options.ts';

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
  const objects = count === 1 ? '1 object' : `${count} objects`;
  return (
    <div className="class-row">
      <ColorField one={one} />
      <button
        type="button"
        className="class-name"
        aria-pressed={isCurrent}
        onClick={() => annotator.chooseClass(one.id)}
        onDoubleClick={() => onEdit(true)}
        onKeyDown={(event) => event.key === 'F2' && onEdit(true)}
      >
        <span className="class-option-name">{one.name}</span>
        <span className="class-count">{objects}</span>
        {keyOf(index) && <kbd aria-hidden>{keyOf(index)}</kbd>}
      </button>
      <IconButton
        icon={Pencil}
        label={`Edit class ${one.name}`}
        tip="left"
        pressed={isEdited}
        className="object-toggle"
        onClick={() => onEdit(!isEdited)}
      />
    </div>
  );
}

function ColorField({ one }: { readonly one: ObjectClass }) {
  const annotator = useAnnotator();
  const field = useRef<HTMLInputElement>(null);
  const { id, name, color } = one;
  useEffect(() => {
    // React's onChange comes with every shade on the way; this one once, when the choice is made.
    const input = field.current;
    const take = () => input && annotator.setClassColor(id, input.value);
    input?.addEventListener('change', take);
    return () => input?.removeEventListener('change', take);
  }, [annotator, id]);
  return (
    <input
      key={color}
      ref={field}
      type="color"
      className="class-color"
      aria-label={`Colour of ${name}`}
      defaultValue={color}
    />
  );
}

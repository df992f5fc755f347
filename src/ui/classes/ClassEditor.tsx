import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { classNamed } from '../../app/classes/class-list.ts';
import type { ObjectClass } from '../../document/classes.ts';
import { useAnnotator, useDocument } from '../annotator.ts';
import { CommitField } from '../CommitField.tsx';
import { IconButton } from '../IconButton.tsx';
import { AttributesEditor } from './AttributesEditor.tsx';

interface Props {
  readonly one: ObjectClass;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export function ClassEditor({ one, isFirst, isLast }: Props) {
  const annotator = useAnnotator();
  const { id, name } = one;
  return (
    <section className="class-editor" aria-label={`Class ${name}`}>
      <NameField one={one} />
      <AttributesEditor one={one} />
      <div className="class-editor-actions">
        <IconButton
          icon={ArrowUp}
          label={`Move ${name} up`}
          tip="above"
          disabled={isFirst}
          onClick={() => annotator.moveClass(id, -1)}
        />
        <IconButton
          icon={ArrowDown}
          label={`Move ${name} down`}
          tip="above"
          disabled={isLast}
          onClick={() => annotator.moveClass(id, 1)}
        />
        <IconButton
          icon={Trash2}
          label={`Delete class ${name}`}
          tip="left"
          onClick={() => annotator.deleteClass(id)}
        />
      </div>
    </section>
  );
}

/** A name that another class has offers to make one of the two. */
function NameField({ one }: Pick<Props, 'one'>) {
  const annotator = useAnnotator();
  const classes = useDocument((state) => state.classes);
  const [wanted, setWanted] = useState<string | null>(null);
  const other = wanted === null ? undefined : classNamed(classes, wanted);

  function rename(text: string): void {
    const taken = classNamed(classes, text);
    setWanted(taken && taken.id !== one.id ? text : null);
    annotator.renameClass(one.id, text);
  }

  return (
    <>
      <div className="field">
        <span>Name</span>
        <CommitField
          label={`Name of class ${one.name}`}
          value={one.name}
          takesFocus
          onCommit={rename}
        />
      </div>
      {other && (
        <div className="class-merge" role="alert">
          <p>
            There is a class “{other.name}” already. Merge “{one.name}” into it, on all photos?
          </p>
          <button
            type="button"
            className="button"
            onClick={() => annotator.mergeClass(one.id, other.id)}
          >
            Merge into {other.name}
          </button>
          <button type="button" className="button quiet" onClick={() => setWanted(null)}>
            Leave both
          </button>
        </div>
      )}
    </>
  );
}

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { classNamed } from '../../app/classes/class-list.ts';
import type { ObjectClass } from '../../document/classes.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument } from '../kit/annotator.ts';
import { CommitField } from '../kit/CommitField.tsx';
import { IconButton } from '../kit/IconButton.tsx';
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
    <section className="class-editor" aria-label={t('classes.named', { name })}>
      <NameField one={one} />
      <AttributesEditor one={one} />
      <div className="class-editor-actions">
        <IconButton
          icon={ArrowUp}
          label={t('classes.editor.up', { name })}
          tip="above"
          disabled={isFirst}
          onClick={() => annotator.moveClass(id, -1)}
        />
        <IconButton
          icon={ArrowDown}
          label={t('classes.editor.down', { name })}
          tip="above"
          disabled={isLast}
          onClick={() => annotator.moveClass(id, 1)}
        />
        <IconButton
          icon={Trash2}
          label={t('classes.editor.delete', { name })}
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
        <span>{t('classes.editor.name')}</span>
        <CommitField
          label={t('classes.editor.nameOf', { name: one.name })}
          value={one.name}
          takesFocus
          onCommit={rename}
        />
      </div>
      {other && (
        <div className="class-merge" role="alert">
          <p>{t('classes.editor.taken', { name: one.name, other: other.name })}</p>
          <button
            type="button"
            className="button"
            onClick={() => annotator.mergeClass(one.id, other.id)}
          >
            {t('classes.editor.merge', { other: other.name })}
          </button>
          <button type="button" className="button quiet" onClick={() => setWanted(null)}>
            {t('classes.editor.leave')}
          </button>
        </div>
      )}
    </>
  );
}

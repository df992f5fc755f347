import { ListPlus } from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useAnnotator, useDocument } from '../kit/annotator.ts';
import { Panel } from '../kit/Panel.tsx';
import { LISTS, PICKERS } from '../kit/places.ts';
import { ClassEditor } from './ClassEditor.tsx';
import { ClassRow } from './ClassRow.tsx';

/** The project's classes, in the order of their keys and of their numbers in data sets. */
export function ClassesPanel() {
  const classes = useDocument((state) => state.classes);
  const objects = useDocument((state) => state.objects);
  const { shell } = useHands();
  const editedId = useStore(shell.state, (state) => state.editedClassId);
  const counts = new Map<string | null, number>();
  for (const { classId } of Object.values(objects).flat()) {
    counts.set(classId, (counts.get(classId) ?? 0) + 1);
  }
  return (
    <Panel title={t('classes.title')} figure={classes.length > 0 ? String(classes.length) : ''}>
      {classes.length === 0 && <p className="hint">{t('classes.hint')}</p>}
      {classes.length > 0 && (
        <ul id={LISTS.classes} className="classes" aria-label={t('classes.ofProject')}>
          {classes.map((one, i) => (
            <li key={one.id}>
              <ClassRow
                one={one}
                index={i}
                count={counts.get(one.id) ?? 0}
                isEdited={one.id === editedId}
                onEdit={(isEdited) =>
                  shell.state.setState({ editedClassId: isEdited ? one.id : null })
                }
              />
              {one.id === editedId && (
                <ClassEditor one={one} isFirst={i === 0} isLast={i === classes.length - 1} />
              )}
            </li>
          ))}
        </ul>
      )}
      <ImportList />
    </Panel>
  );
}

function ImportList() {
  const annotator = useAnnotator();
  const { shell } = useHands();
  async function take(file: File | undefined): Promise<void> {
    if (file) annotator.importClasses(await file.text());
  }
  return (
    <div>
      <button
        type="button"
        className="button quiet"
        title={t('classes.importHint')}
        onClick={() => shell.pickFiles('classes')}
      >
        <ListPlus aria-hidden size={14} strokeWidth={1.75} /> {t('classes.import')}
      </button>
      <input
        id={PICKERS.classes}
        type="file"
        accept=".txt,text/plain"
        hidden
        onChange={({ target }) => {
          void take(target.files?.[0]);
          // Lets the same file be picked again.
          target.value = '';
        }}
      />
    </div>
  );
}

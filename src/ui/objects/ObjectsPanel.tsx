import { useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useDocument, useObjects, useView } from '../annotator.ts';
import { ClassCombobox } from '../classes/ClassCombobox.tsx';
import { Panel } from '../panels/Panel.tsx';
import { useAfterPaint } from '../use-after-paint.ts';
import { CopyFromPrevious } from './CopyFromPrevious.tsx';
import { ObjectActions } from './ObjectActions.tsx';
import { ObjectDetails } from './ObjectDetails.tsx';
import { ObjectList } from './ObjectList.tsx';
import { foundIn } from './object-words.ts';

/** A list of fewer is read faster than searched. */
const SEARCHED_FROM = 6;

export function ObjectsPanel() {
  const objects = useObjects();
  const classes = useDocument((state) => state.classes);
  const selectedIds = useView((view) => view.selectedObjectIds);
  const [words, setWords] = useState('');
  const isSearched = objects.length >= SEARCHED_FROM || words !== '';
  // The name that is being edited stays in sight.
  const renamedId = useStore(useHands().shell.state, (state) => state.renamedId);
  const like = foundIn(objects, classes, words);
  const found = objects.filter((one) => one.id === renamedId || like.includes(one)).toReversed();
  const selected = objects.filter(({ id }) => selectedIds.includes(id));
  // What can be done with them is drawn once the photo and the list show which they are.
  const shownIds = useAfterPaint(selectedIds);
  const shown = objects.filter(({ id }) => shownIds.includes(id));
  const [only] = shown.length === 1 ? shown : [];
  return (
    <Panel
      title={t('objects.panel.title')}
      figure={objects.length > 0 ? String(objects.length) : ''}
    >
      <ClassCombobox selected={selected} />
      {objects.length === 0 && <p className="hint">{t('objects.panel.hint')}</p>}
      <CopyFromPrevious />
      {isSearched && (
        <input
          type="search"
          className="text-field"
          aria-label={t('objects.panel.search')}
          placeholder={t('objects.panel.searchHint')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      )}
      {found.length > 0 && <ObjectList objects={found} />}
      {objects.length > 0 && found.length === 0 && (
        <p className="hint">{t('objects.panel.nothingFound')}</p>
      )}
      {shown.length > 0 && <ObjectActions objects={shown} />}
      {only && <ObjectDetails object={only} />}
    </Panel>
  );
}

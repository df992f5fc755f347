import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { ACTIONS } from '../../tools/actions/registry.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { ClassCombobox } from '../classes/ClassCombobox.tsx';
import { useAnnotator, useDocument, useObjects, useTruth, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import { useAfterPaint } from '../kit/use-after-paint.ts';
import { CopyFromPrevious } from './CopyFromPrevious.tsx';
import { FollowOnward } from './FollowOnward.tsx';
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
  const found = useMemo(() => {
    const like = new Set(foundIn(objects, classes, words));
    return objects.filter((one) => one.id === renamedId || like.has(one)).toReversed();
  }, [objects, classes, words, renamedId]);
  const selected = objects.filter(({ id }) => selectedIds.includes(id));
  const justKeptId = useView((view) => view.justKeptId);
  const meant = selected.length > 0 ? selected : objects.filter(({ id }) => id === justKeptId);
  const [only] = selected.length === 1 ? selected : [];
  // Names of eight buttons, which act on what is selected whatever they say: the photo and the list come first.
  const namedIds = useAfterPaint(selectedIds);
  const named = objects.filter(({ id }) => namedIds.includes(id));
  return (
    <Panel
      title={t('objects.panel.title')}
      figure={objects.length > 0 ? String(objects.length) : ''}
    >
      <ClassCombobox selected={meant} />
      {objects.length === 0 && <p className="hint">{t('objects.panel.hint')}</p>}
      <CopyFromPrevious />
      <FollowOnward />
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
      {selected.length > 0 && <ObjectActions objects={named.length > 0 ? named : selected} />}
      {only && <ObjectDetails object={only} />}
      {objects.length > 0 && <BeginReview />}
      <CompareWithTruth />
    </Panel>
  );
}

function BeginReview() {
  const { shell } = useHands();
  const annotator = useAnnotator();
  const keys = useKeyWords('review');
  const isReviewing = useView((view) => view.isReviewing);
  if (isReviewing) return null;
  return (
    <button
      type="button"
      className="button quiet"
      onMouseDown={keepFocus}
      onClick={() => {
        shell.openInspector();
        void annotator.setReviewing(true);
      }}
    >
      {t('review.begin')} {keys && <kbd className="wide-only">{keys}</kbd>}
    </button>
  );
}

function CompareWithTruth() {
  const hands = useHands();
  const isOpen = useTruth((truth) => truth.isOpen);
  const keys = useKeyWords('againstTruth');
  if (isOpen) return null;
  return (
    <button
      type="button"
      className="button quiet"
      onMouseDown={keepFocus}
      onClick={() => ACTIONS.againstTruth.run(hands)}
    >
      {ACTIONS.againstTruth.title} {keys && <kbd className="wide-only">{keys}</kbd>}
    </button>
  );
}

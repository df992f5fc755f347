import { RotateCcw, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { keysOf } from '../../tools/actions/chosen-keys.ts';
import {
  type KeyProblem,
  keyProblem,
  withKey,
  withOwnKeys,
  withoutKeys,
} from '../../tools/actions/keymap.ts';
import type { Entry } from '../../tools/actions/registry.ts';
import { type Chord, chordsOf } from '../../tools/keys/chord.ts';
import { t } from '../../words/words.ts';
import { chordWords } from '../actions/key-words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { problemWords } from './shortcut-words.ts';

type Change =
  | { readonly kind: 'none' | 'recording' }
  | { readonly kind: 'problem'; readonly chord: Chord; readonly problem: KeyProblem };

/** The keys of an action: a click, and the next keys that are pressed are its own. */
export function KeysCell({ entry: { id, action } }: { readonly entry: Entry }) {
  const annotator = useAnnotator();
  const chosen = useView((view) => view.keys);
  const [change, setChange] = useState<Change>({ kind: 'none' });
  const chords = keysOf(id, action, chosen);
  const { title } = action;
  const button = useRef<HTMLButtonElement>(null);

  function end(): void {
    setChange({ kind: 'none' });
    // The question that is answered takes its buttons along.
    if (change.kind === 'problem') button.current?.focus();
  }

  function take(chord: Chord): void {
    annotator.setKeys(withKey(id, chord, chosen));
    end();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (change.kind !== 'recording') return;
    event.preventDefault();
    event.stopPropagation();
    const [chord] = chordsOf(event.nativeEvent);
    // A modifier alone: more is to come.
    if (!chord) return;
    const problem = keyProblem(id, chord, chosen);
    if (chord === 'Escape') end();
    else if (problem) setChange({ kind: 'problem', chord, problem });
    else take(chord);
  }

  if (action.isFixed) return <Keys chords={chords} />;
  const isRecording = change.kind === 'recording';
  return (
    <>
      <span className="keys-cell">
        <button
          ref={button}
          type="button"
          className="keys-button"
          aria-label={
            isRecording ? t('keys.change.pressFor', { title }) : keysOfWords(title, chords)
          }
          aria-pressed={isRecording}
          onClick={() => setChange({ kind: isRecording ? 'none' : 'recording' })}
          onKeyDown={onKeyDown}
          onBlur={() => isRecording && end()}
        >
          {isRecording ? t('keys.change.press') : <Keys chords={chords} />}
        </button>
        {chosen[id] && (
          <IconButton
            icon={RotateCcw}
            label={t('keys.change.reset', { title })}
            tip="left"
            onClick={() => annotator.setKeys(withOwnKeys(id, chosen))}
          />
        )}
        {chords.length > 0 && (
          <IconButton
            icon={X}
            label={t('keys.change.remove', { title })}
            tip="left"
            className="keys-remove"
            onClick={() => annotator.setKeys(withoutKeys(id, chosen))}
          />
        )}
      </span>
      {change.kind === 'problem' && (
        <Problem {...change} onTake={() => take(change.chord)} onLeave={end} />
      )}
    </>
  );
}

function keysOfWords(title: string, chords: readonly Chord[]): string {
  const keys = chords.map(chordWords).join(', ') || t('keys.change.none');
  return t('keys.change.of', { title, keys });
}

interface ProblemProps {
  readonly chord: Chord;
  readonly problem: KeyProblem;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** Why the keys can't be the action's, and what to do about it. */
function Problem({ chord, problem, onTake, onLeave }: ProblemProps) {
  return (
    <span className="keys-problem" role="alert">
      {problemWords(problem, chordWords(chord))}
      <span>
        {problem.kind === 'taken' && (
          <button type="button" className="button quiet" onClick={onTake}>
            {t('keys.change.take')}
          </button>
        )}
        <button type="button" className="button quiet" onClick={onLeave}>
          {t('keys.change.leave')}
        </button>
      </span>
    </span>
  );
}

function Keys({ chords }: { readonly chords: readonly Chord[] }) {
  if (chords.length === 0) return <span className="keys-none">{t('keys.change.none')}</span>;
  return chords.map((chord) => <kbd key={chord}>{chordWords(chord)}</kbd>);
}

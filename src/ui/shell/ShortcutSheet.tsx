import { useState } from 'react';
import type { Hint } from '../../tools/actions/action.ts';
import { keysOf } from '../../tools/actions/chosen-keys.ts';
import { GESTURES, type GestureRow } from '../../tools/actions/gestures.ts';
import { ENTRIES, type Entry } from '../../tools/actions/registry.ts';
import { inEnglish, t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { chordWords } from '../actions/key-words.ts';
import { useView } from '../kit/annotator.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { KeysCell } from './KeysCell.tsx';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every action and gesture with its keys, which can be changed here. */
export function ShortcutSheet({ isOpen, onClose }: Props) {
  return (
    <Dialog title={t('keys.sheet.title')} isOpen={isOpen} onClose={onClose}>
      <Sheet onClose={onClose} />
    </Dialog>
  );
}

function Sheet({ onClose }: Pick<Props, 'onClose'>) {
  const hands = useHands();
  const chosen = useView((view) => view.keys);
  const [words, setWords] = useState('');
  const hasChosen = Object.keys(chosen).length > 0;
  const groups = [...new Set(ENTRIES.map(({ group }) => group))];

  /** By its title in the language of the page or in English, or by its keys. */
  function isLike(title: () => string, keys: string): boolean {
    const wanted = words.trim().toLowerCase();
    if (wanted === '') return true;
    return `${title()} ${inEnglish(title)} ${keys}`.toLowerCase().includes(wanted);
  }

  const keysInWords = ({ id, action }: Entry) =>
    keysOf(id, action, chosen).map(chordWords).join(' ');
  const entries = ENTRIES.filter((one) => isLike(() => one.action.title, keysInWords(one)));
  const gestures = GESTURES.filter((one) => isLike(() => gestureWords(one), heldWords(one)));

  return (
    <>
      <div className="shortcut-tools">
        <input
          type="search"
          className="text-field"
          aria-label={t('keys.sheet.search')}
          placeholder={t('keys.sheet.search')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            onClose();
            hands.annotator.startTour();
          }}
        >
          {t('keys.sheet.tour')}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={!hasChosen}
          onClick={() => hands.annotator.setKeys({})}
        >
          {t('keys.sheet.resetAll')}
        </button>
      </div>
      <p className="hint">{t('keys.sheet.hint')}</p>
      {entries.length + gestures.length === 0 && <p role="status">{t('keys.sheet.nothing')}</p>}
      {groups.map((group) => (
        <Group
          key={group}
          group={group}
          entries={entries.filter((one) => one.group === group)}
          gestures={gestures.filter((one) => one.group === group)}
        />
      ))}
    </>
  );
}

const COLUMNS = ['action', 'mouse', 'touch', 'keys'] as const;

interface GroupProps {
  readonly group: Entry['group'];
  readonly entries: readonly Entry[];
  readonly gestures: readonly GestureRow[];
}

function Group({ group, entries, gestures }: GroupProps) {
  if (entries.length + gestures.length === 0) return null;
  return (
    <table className="shortcuts">
      <caption>{t(`actionHelp.group.${group}`)}</caption>
      <colgroup>
        <col className="what" />
        <col />
        <col />
        <col className="keys" />
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`keys.sheet.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gestures.map((gesture) => (
          <tr key={gesture.name}>
            <th scope="row">{gestureWords(gesture)}</th>
            <td>{hintWords(gesture.mouse)}</td>
            <td>{hintWords(gesture.touch)}</td>
            <td>{gesture.keys && <kbd>{heldWords(gesture)}</kbd>}</td>
          </tr>
        ))}
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">{entry.action.title}</th>
            <td>{hintWords(entry.action.mouse)}</td>
            <td>{hintWords(entry.action.touch)}</td>
            <td>
              <KeysCell entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function gestureWords({ name }: GestureRow): string {
  return t(`actionHelp.gesture.${name}`);
}

function heldWords({ keys }: GestureRow): string {
  return keys ? t(`actionHelp.held.${keys}`) : '';
}

function hintWords(hint: Hint | undefined): string {
  return hint ? t(`actionHelp.by.${hint}`) : '';
}

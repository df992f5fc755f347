import { useState } from 'react';
import { GESTURES } from '../../tools/actions/gestures.ts';
import { keysOf } from '../../tools/actions/keymap.ts';
import { ENTRIES, type Entry } from '../../tools/actions/registry.ts';
import { useHands } from '../actions/hands.ts';
import { useView } from '../annotator.ts';
import { Dialog } from '../Dialog.tsx';
import { chordWords } from '../key-words.ts';
import { KeysCell } from './KeysCell.tsx';
import { SHEET } from './shortcut-words.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every action and gesture with its keys, which can be changed here. */
export function ShortcutSheet({ isOpen, onClose }: Props) {
  return (
    <Dialog title={SHEET.title} isOpen={isOpen} onClose={onClose}>
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

  function isLike(title: string, keys: string): boolean {
    return `${title} ${keys}`.toLowerCase().includes(words.trim().toLowerCase());
  }

  const keysInWords = ({ id, action }: Entry) =>
    keysOf(id, action, chosen).map(chordWords).join(' ');
  const entries = ENTRIES.filter((one) => isLike(one.action.title, keysInWords(one)));
  const gestures = GESTURES.filter(({ title, keys }) => isLike(title, keys));

  return (
    <>
      <div className="shortcut-tools">
        <input
          type="search"
          className="text-field"
          aria-label={SHEET.search}
          placeholder={SHEET.search}
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
          {SHEET.tour}
        </button>
        <button
          type="button"
          className="button quiet"
          disabled={!hasChosen}
          onClick={() => hands.annotator.setKeys({})}
        >
          {SHEET.resetAll}
        </button>
      </div>
      <p className="hint">{SHEET.hint}</p>
      {entries.length + gestures.length === 0 && <p role="status">{SHEET.nothing}</p>}
      {groups.map((group) => (
        <Group
          key={group}
          title={group}
          entries={entries.filter((one) => one.group === group)}
          gestures={gestures.filter((one) => one.group === group)}
        />
      ))}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly gestures: typeof GESTURES;
}

function Group({ title, entries, gestures }: GroupProps) {
  if (entries.length + gestures.length === 0) return null;
  return (
    <table className="shortcuts">
      <caption>{title}</caption>
      <colgroup>
        <col className="what" />
        <col />
        <col />
        <col className="keys" />
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          {SHEET.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gestures.map(({ title: what, mouse, touch, keys }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{mouse}</td>
            <td>{touch}</td>
            <td>{keys && <kbd>{keys}</kbd>}</td>
          </tr>
        ))}
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">{entry.action.title}</th>
            <td>{entry.action.mouse}</td>
            <td>{entry.action.touch}</td>
            <td>
              <KeysCell entry={entry} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

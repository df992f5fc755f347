import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { MaskObject } from '../../document/types.ts';
import type { Shell } from '../../tools/actions/shell.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { LISTS } from '../kit/places.ts';
import { RowList } from '../kit/RowList.tsx';
import { useAfterPaint } from '../kit/use-after-paint.ts';
import { objectMenu, objectMenuLabel } from '../menu/object-menu.tsx';
import { useContextMenu } from '../menu/use-context-menu.tsx';
import { type Modifiers, onListKey } from './list-keys.ts';
import { ObjectRow, type RowEvents } from './ObjectRow.tsx';
import { useReorder } from './use-reorder.ts';

/** The topmost object first, as they lie on the photo. */
export function ObjectList({ objects }: { readonly objects: readonly MaskObject[] }) {
  const annotator = useAnnotator();
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const hands = useHands();
  const renamedId = useStore(hands.shell.state, (state) => state.renamedId);
  const selected = useView((view) => view.selectedObjectIds);
  const leadId = useView((view) => view.selectedObjectId);
  const shown = objects.map(({ id }) => id);
  const { gap, events } = useReorder(shown, selected);
  // The picture shows first what is selected; the list scrolls to it then.
  const shownLeadId = useAfterPaint(leadId);
  const tabStop = [focusedId, shownLeadId].find((id) => id && shown.includes(id)) ?? shown[0];

  function select(id: string, { ctrlKey, metaKey, shiftKey }: Modifiers): void {
    const from = shown.indexOf(leadId ?? '');
    if (ctrlKey || metaKey) annotator.toggleObject(id);
    else if (shiftKey && from !== -1) annotator.selectObjects(between(shown, from, id), leadId);
    else annotator.selectObject(id);
  }

  function focus(id: string): void {
    // Puts its row into the page.
    flushSync(() => setFocusedId(id));
    document.querySelector<HTMLElement>(`[data-object="${id}"] button`)?.focus();
  }

  function rename(id: string): void {
    if (!objects.find((object) => object.id === id)?.isLocked) hands.shell.renameObject(id);
  }

  const keys = { annotator, shown, selected, select, focus, rename };
  const rowEvents = useSteady({
    onSelect: select,
    onKey: (id, event) => onListKey(keys, id, event),
    onFocus: setFocusedId,
    onRename: (id, isRenaming) =>
      isRenaming ? rename(id) : stopRenaming(hands.shell, () => focus(id)),
  });
  const menu = useContextMenu(objectMenuLabel(hands), (target) => {
    const id = target.closest<HTMLElement>('[data-object]')?.dataset.object;
    // Text fields have the browser's own menu.
    if (!id || target.closest('input')) return null;
    if (!selected.includes(id)) annotator.selectObject(id);
    return objectMenu(hands);
  });
  return (
    <>
      <RowList
        id={LISTS.objects}
        label={t('objects.panel.list')}
        rows={objects}
        leadId={shownLeadId}
        keptIds={[tabStop, renamedId]}
        data-dragging={gap !== null}
        data-drop-last={gap === objects.length}
        {...events}
        {...menu.events}
      >
        {(object, i) => (
          <ObjectRow
            object={object}
            isTabStop={object.id === tabStop}
            isRenaming={object.id === renamedId}
            dropsAbove={gap === i}
            events={rowEvents}
          />
        )}
      </RowList>
      {menu.element}
    </>
  );
}

function stopRenaming({ state }: Shell, focusRow: () => void): void {
  state.setState({ renamedId: null });
  // Once the row is a button again; a click elsewhere has taken the focus there.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusRow();
  });
}

/** The same events all the time, which do what the last ones said. */
function useSteady(events: RowEvents): RowEvents {
  const last = useRef(events);
  last.current = events;
  return useMemo(
    () => ({
      onSelect: (...args) => last.current.onSelect(...args),
      onKey: (...args) => last.current.onKey(...args),
      onFocus: (...args) => last.current.onFocus(...args),
      onRename: (...args) => last.current.onRename(...args),
    }),
    [],
  );
}

function between(shown: readonly string[], from: number, id: string): readonly string[] {
  const to = shown.indexOf(id);
  return shown.slice(Math.min(from, to), Math.max(from, to) + 1);
}

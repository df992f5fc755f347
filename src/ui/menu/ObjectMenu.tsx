import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useHands } from '../actions/hands.ts';
import { Menu } from './Menu.tsx';
import { objectMenu, objectMenuLabel } from './object-menu.tsx';

/** The menu of the selected objects on the stage, where the tools asked for it. */
export function ObjectMenu() {
  const hands = useHands();
  const { state } = hands.shell;
  const at = useStore(state, ({ objectMenuAt }) => objectMenuAt);
  const open = useMemo(
    () => at && { items: objectMenu(hands), anchor: { ...at, width: 0, height: 0 } },
    [hands, at],
  );
  if (!open) return null;
  return (
    <Menu
      label={objectMenuLabel(hands)}
      {...open}
      onClose={() => state.setState({ objectMenuAt: null })}
    />
  );
}

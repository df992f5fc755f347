import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Action, Hands } from '../../tools/actions/action.ts';

export const HandsContext = createContext<Hands | null>(null);

export function useHands(): Hands {
  const hands = useContext(HandsContext);
  if (!hands) throw new Error('HandsContext is missing above this component.');
  return hands;
}

/** Something about an action that changes with whatever the person does. */
function useFact<T extends string | boolean | null | undefined>(read: (hands: Hands) => T): T {
  const hands = useHands();
  const subscribe = useCallback(
    (onChange: () => void) => {
      const { annotator, shell, stage } = hands;
      const { document, view, engine, modelSets, truth } = annotator;
      const stores = [document, view, engine, modelSets, truth, shell.state, stage];
      const stops = stores.map((store) => store.subscribe(onChange));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [hands],
  );
  return useSyncExternalStore(subscribe, () => read(hands));
}

/** Why it can't be done now; null when it can. */
export function useWhyNot(action: Action): string | null {
  return useFact((hands) => action.whyNot?.(hands) ?? null);
}

/** Undefined for what is never on. */
export function useIsOn(action: Action): boolean | undefined {
  return useFact((hands) => action.isOn?.(hands));
}

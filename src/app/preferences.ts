import type { StoreApi } from 'zustand/vanilla';
import { type Language, setLanguage } from '../words/words.ts';
import { MOST_RECENT } from './settings.ts';
import type { Theme, ViewState } from './view.ts';

/** How the person likes the app; kept in the settings, no step of the history. */
export interface PreferenceVerbs {
  /** Of all that is said from now on. */
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  /** All of the person's own keys, by action; the others have those they come with. */
  setKeys(keys: ViewState['keys']): void;
  /** It was chosen in the palette, which will offer it first. */
  noteAction(actionId: string): void;
}

export function createPreferences(view: StoreApi<ViewState>, save: () => void): PreferenceVerbs {
  function set(choice: Partial<ViewState>): void {
    view.setState(choice);
    save();
  }

  return {
    setLanguage(language) {
      setLanguage(language);
      set({ language });
    },
    setTheme: (theme) => set({ theme }),
    setKeys: (keys) => set({ keys }),
    noteAction(actionId) {
      const others = view.getState().recentActions.filter((id) => id !== actionId);
      set({ recentActions: [actionId, ...others].slice(0, MOST_RECENT) });
    },
  };
}

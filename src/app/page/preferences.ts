import type { StoreApi } from 'zustand/vanilla';
import { type Language, setLanguage } from '../../words/words.ts';
import { MOST_RECENT } from '../state/settings.ts';
import type { Theme, ViewState } from '../state/view.ts';

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

export function createPreferences(view: StoreApi<ViewState>): PreferenceVerbs {
  return {
    setLanguage(language) {
      setLanguage(language);
      view.setState({ language });
    },
    setTheme: (theme) => view.setState({ theme }),
    setKeys: (keys) => view.setState({ keys }),
    noteAction(actionId) {
      const others = view.getState().recentActions.filter((id) => id !== actionId);
      view.setState({ recentActions: [actionId, ...others].slice(0, MOST_RECENT) });
    },
  };
}

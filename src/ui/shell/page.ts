import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Annotator } from '../../app/annotator.ts';
import type { DocumentState } from '../../document/types.ts';
import type { Language } from '../../words/languages.ts';
import { watchContrast } from '../kit/contrast.ts';

/** The choice of theme goes onto the root element, where the style sheets look for it. */
export function useTheme({ view }: Annotator): void {
  const theme = useStore(view, (state) => state.theme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
    return watchContrast(theme, (isMore) => {
      dataset.contrast = isMore ? 'more' : 'normal';
      // The browser's own bars continue the top bar.
      const panel = getComputedStyle(document.body).getPropertyValue('background-color');
      document.querySelector('meta[name="theme-color"]')?.setAttribute('content', panel);
    });
  }, [theme]);
}

/** For screen readers, hyphens and fonts. */
export function useLanguage({ view }: Annotator): Language {
  const language = useStore(view, (state) => state.language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return language;
}

/** Leaving asks first while something is only in this tab. Nothing is redrawn for it at every save. */
export function useLeaveWarning({ document, projects }: Annotator): void {
  useEffect(() => {
    const isUnsaved = () => {
      const { storage, save } = projects.getState();
      return storage === 'none' ? hasObjects(document.getState()) : save.kind !== 'kept';
    };
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const update = () => {
      if (isUnsaved()) addEventListener('beforeunload', ask);
      else removeEventListener('beforeunload', ask);
    };
    update();
    const stops = [document.subscribe(update), projects.subscribe(update)];
    return () => {
      for (const stop of stops) stop();
      removeEventListener('beforeunload', ask);
    };
  }, [document, projects]);
}

function hasObjects({ objects }: DocumentState): boolean {
  return Object.values(objects).some((kept) => kept.length > 0);
}

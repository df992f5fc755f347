import { Languages } from 'lucide-react';
import { flushSync } from 'react-dom';
import { LANGUAGE_FACTS, LANGUAGES, type Language } from '../../words/languages.ts';
import { useAnnotator, useView } from './annotator.ts';
import { IconButton } from './IconButton.tsx';

/** Named in the other language's own words. */
export function LanguageSwitch() {
  const { other, change } = useOtherLanguage();
  return (
    <IconButton
      id="language-switch"
      icon={Languages}
      label={LANGUAGE_FACTS[other].switchTo}
      lang={other}
      className="roomy-only"
      onClick={() => void change()}
    />
  );
}

/** The same for newcomers, in words. */
export function LanguageButton() {
  const { other, change } = useOtherLanguage();
  return (
    <button
      id="language-button"
      type="button"
      className="button quiet"
      lang={other}
      onClick={() => void change()}
    >
      <Languages aria-hidden size={16} strokeWidth={1.75} /> {LANGUAGE_FACTS[other].switchTo}
    </button>
  );
}

function useOtherLanguage(): { readonly other: Language; change(): Promise<void> } {
  const annotator = useAnnotator();
  const language = useView((view) => view.language);
  // With more than two, one press after the other leads through all.
  const other = LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length] ?? language;
  return {
    other,
    async change() {
      const focused = document.activeElement?.id;
      await annotator.setLanguage(other);
      // Everything is redrawn, also what had the focus.
      flushSync(() => {});
      if (focused) document.getElementById(focused)?.focus();
    },
  };
}

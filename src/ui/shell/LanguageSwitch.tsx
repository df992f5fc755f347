import { Languages } from 'lucide-react';
import { flushSync } from 'react-dom';
import { LANGUAGES, type Language, SWITCH_TO } from '../../words/words.ts';
import { useAnnotator, useView } from '../annotator.ts';
import { IconButton } from '../IconButton.tsx';

/** Named in the other language's own words. On narrow screens the first page and the search have it. */
export function LanguageSwitch() {
  const { other, change } = useOtherLanguage();
  return (
    <IconButton
      id="language-switch"
      icon={Languages}
      label={SWITCH_TO[other]}
      lang={other}
      className="wide-only"
      onClick={change}
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
      onClick={change}
    >
      <Languages aria-hidden size={16} strokeWidth={1.75} /> {SWITCH_TO[other]}
    </button>
  );
}

function useOtherLanguage(): { readonly other: Language; change(): void } {
  const annotator = useAnnotator();
  const language = useView((view) => view.language);
  const other = LANGUAGES.find((one) => one !== language) ?? language;
  return {
    other,
    change() {
      const focused = document.activeElement?.id;
      flushSync(() => annotator.setLanguage(other));
      // Everything was drawn anew, also what had the focus.
      if (focused) document.getElementById(focused)?.focus();
    },
  };
}

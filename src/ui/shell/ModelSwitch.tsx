import { Columns2, type LucideIcon, SeparatorVertical, SquaresIntersect } from 'lucide-react';
import {
  COMPARE_LAYOUTS,
  type CompareLayout,
  MODEL_CHOICES,
  type ModelChoice,
} from '../../app/state/model-choice.ts';
import { t } from '../../words/words.ts';
import { useFirstKeyWords } from '../actions/use-first-key-words.ts';
import { useAnnotator, useChoiceInUse, useEngine, useView } from '../kit/annotator.ts';
import { IconButton, keepFocus } from '../kit/IconButton.tsx';
import { onlyModelWords } from '../model/model-words.ts';

/** Who answers the clicks, and how two answers are shown. */
export function ModelSwitch() {
  const inUse = useChoiceInUse();
  return (
    <div className="model-switch">
      {/* Before the models, which so stay under the pointer. */}
      {inUse === 'compare' && <LayoutSwitch />}
      <fieldset className="segments">
        <legend className="visually-hidden">{t('shell.models.whoAnswers')}</legend>
        {MODEL_CHOICES.map((choice) => (
          <Segment key={choice} choice={choice} isPressed={choice === inUse} />
        ))}
      </fieldset>
    </div>
  );
}

interface SegmentProps {
  readonly choice: ModelChoice;
  readonly isPressed: boolean;
}

function Segment({ choice, isPressed }: SegmentProps) {
  const annotator = useAnnotator();
  const kinds = useEngine((status) => status.kinds);
  const keys = useFirstKeyWords('nextModel');
  const [only] = kinds.length === 1 ? kinds : [];
  const hint = only
    ? onlyModelWords(only)
    : keys
      ? `${t(`modelChoice.hints.${choice}`)} (${keys})`
      : t(`modelChoice.hints.${choice}`);
  return (
    <button
      type="button"
      className="segment"
      aria-pressed={isPressed}
      // Not disabled: it must be able to say why.
      aria-disabled={only !== undefined && only !== choice}
      data-tip={hint}
      onMouseDown={keepFocus}
      onClick={() => {
        if (!only) void annotator.chooseModel(choice);
      }}
    >
      {t(`modelChoice.names.${choice}`)}
    </button>
  );
}

const LAYOUT_ICONS: Readonly<Record<CompareLayout, LucideIcon>> = {
  wipe: SeparatorVertical,
  'side-by-side': Columns2,
  outlines: SquaresIntersect,
};

function LayoutSwitch() {
  const annotator = useAnnotator();
  const layout = useView((view) => view.compareLayout);
  const keys = useFirstKeyWords('compareLayout');
  return (
    <fieldset className="layout-switch">
      <legend className="visually-hidden">{t('shell.models.layout')}</legend>
      {COMPARE_LAYOUTS.map((one) => (
        <IconButton
          key={one}
          icon={LAYOUT_ICONS[one]}
          label={t(`shell.models.layouts.${one}`)}
          {...(keys ? { keys } : {})}
          pressed={layout === one}
          onClick={() => annotator.setCompareLayout(one)}
        />
      ))}
    </fieldset>
  );
}

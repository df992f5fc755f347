import { Columns2, SeparatorVertical, SquaresIntersect } from 'lucide-react';
import { MODEL_CHOICES, type ModelChoice } from '../../app/state/model-choice.ts';
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

function LayoutSwitch() {
  const annotator = useAnnotator();
  const layout = useView((view) => view.compareLayout);
  const keys = useFirstKeyWords('compareLayout');
  return (
    <fieldset className="layout-switch">
      <legend className="visually-hidden">{t('shell.models.layout')}</legend>
      <IconButton
        icon={SeparatorVertical}
        label={t('shell.models.wipe')}
        {...(keys ? { keys } : {})}
        pressed={layout === 'wipe'}
        onClick={() => annotator.setCompareLayout('wipe')}
      />
      <IconButton
        icon={Columns2}
        label={t('shell.models.sideBySide')}
        {...(keys ? { keys } : {})}
        pressed={layout === 'side-by-side'}
        onClick={() => annotator.setCompareLayout('side-by-side')}
      />
      <IconButton
        icon={SquaresIntersect}
        label={t('shell.models.outlines')}
        {...(keys ? { keys } : {})}
        pressed={layout === 'outlines'}
        onClick={() => annotator.setCompareLayout('outlines')}
      />
    </fieldset>
  );
}

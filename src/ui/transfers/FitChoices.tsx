import type { FitChoice, Misfits, TurnChoice } from '../../app/transfers/fitting.ts';
import { t } from '../../words/words.ts';
import { Choices } from './Choices.tsx';
import { FitPreview } from './FitPreview.tsx';

interface Props {
  readonly misfits: Misfits;
  readonly value: FitChoice;
  readonly onChange: (value: FitChoice) => void;
}

/** What becomes of labels that were made for turned or resized copies of their photos. */
export function FitChoices({ misfits, value, onChange }: Props) {
  const { scaled, turned } = misfits;
  return (
    <>
      {turned.length > 0 && (
        <>
          <Choices
            legend={t('importDialog.turned', { count: turned.length })}
            words={turnWords(misfits)}
            value={value.turns}
            onChange={(turns) => onChange({ ...value, turns })}
          />
          <FitPreview kind="turned" fit={value} />
        </>
      )}
      {scaled.length > 0 && (
        <>
          <Choices
            legend={t('importDialog.scaled', { count: scaled.length })}
            words={{ fit: t('importDialog.scaleThem'), leave: t('importDialog.leaveOut') }}
            value={value.scales ? 'fit' : 'leave'}
            onChange={(how) => onChange({ ...value, scales: how === 'fit' })}
          />
          <FitPreview kind="scaled" fit={value} />
        </>
      )}
    </>
  );
}

/** As the photos are turned only where one of them says how. */
function turnWords({ turns }: Misfits): Record<TurnChoice, string> {
  const words = {
    right: t('importDialog.turns.right'),
    left: t('importDialog.turns.left'),
    leave: t('importDialog.leaveOut'),
  };
  const own = { 'as-photo': t('importDialog.turns.asPhoto') };
  // What is not among the words can't be chosen.
  return (turns.size > 0 ? { ...own, ...words } : words) as Record<TurnChoice, string>;
}

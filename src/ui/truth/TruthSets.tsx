import { X } from 'lucide-react';
import type { LabelSet, SetSide } from '../../app/truth/truth-state.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useTruth } from '../kit/annotator.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { PickLabels } from '../transfers/PickLabels.tsx';
import { noteLines, sizeWords } from './truth-words.ts';
import { usePickSet } from './use-pick-set.ts';

/** The truth, and what is held against it. */
export function TruthSets({ truth }: { readonly truth: LabelSet }) {
  const ours = useTruth((state) => state.ours);
  const pick = usePickSet('ours');
  return (
    <div className="truth-sets">
      <ChosenSet side="truth" title={t('truth.set')} set={truth} />
      {ours ? (
        <ChosenSet side="ours" title={t('truth.ours')} set={ours} />
      ) : (
        <>
          <p className="truth-set">
            <span className="hint">{t('truth.ours')}</span>
            <span>{t('truth.ofProject')}</span>
          </p>
          <details className="truth-other">
            <summary>{t('truth.other')}</summary>
            <p className="hint">{t('truth.otherLead')}</p>
            <PickLabels onPick={pick} />
          </details>
        </>
      )}
    </div>
  );
}

interface Props {
  readonly side: SetSide;
  readonly title: string;
  readonly set: LabelSet;
}

function ChosenSet({ side, title, set }: Props) {
  const annotator = useAnnotator();
  return (
    <div className="truth-set">
      <span className="hint">{title}</span>
      <span className="truth-name">
        {set.name}
        <small>{sizeWords(set)}</small>
      </span>
      <IconButton
        icon={X}
        label={t('truth.forget', { name: set.name })}
        tip="left"
        onClick={() => annotator.forgetSet(side)}
      />
      <ul className="truth-notes hint">
        {noteLines(set).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

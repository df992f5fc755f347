import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { LabStep } from '../../app/lab/lab-state.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useLab } from '../kit/annotator.ts';
import { formatPercent } from '../kit/format.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { Slider } from '../kit/Slider.tsx';

/** What is done to the photo, in this order. */
export function LabStack() {
  const steps = useLab((lab) => lab.steps);
  if (steps.length === 0) return null;
  return (
    <ol className="lab-stack" aria-label={t('lab.stack')}>
      {steps.map((step, i) => (
        <Row key={step.id} step={step} isFirst={i === 0} isLast={i === steps.length - 1} />
      ))}
    </ol>
  );
}

interface Props {
  readonly step: LabStep;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function Row({ step: { id, name, severity }, isFirst, isLast }: Props) {
  const annotator = useAnnotator();
  const words = { name: t(`lab.names.${name}`) };
  return (
    <li className="lab-step">
      <Slider
        label={words.name}
        words={formatPercent(100 * severity, 0)}
        least={0}
        most={1}
        step={0.05}
        value={severity}
        onMove={(moved) => annotator.previewSeverity(id, moved)}
        onSettle={annotator.keepSeverity}
      />
      <IconButton
        icon={ArrowUp}
        label={t('lab.up', words)}
        tip="left"
        disabled={isFirst}
        onClick={() => annotator.moveDegradation(id, -1)}
      />
      <IconButton
        icon={ArrowDown}
        label={t('lab.down', words)}
        tip="left"
        disabled={isLast}
        onClick={() => annotator.moveDegradation(id, 1)}
      />
      <IconButton
        icon={X}
        label={t('lab.remove', words)}
        tip="left"
        onClick={() => annotator.removeDegradation(id)}
      />
    </li>
  );
}

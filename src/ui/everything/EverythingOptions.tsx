import { useId } from 'react';
import { EVERYTHING_RANGES } from '../../app/state/everything-settings.ts';
import { modelsAsked } from '../../app/state/model-choice.ts';
import { pointsAsked } from '../../engine/everything.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useEngine, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';

interface Setting {
  /** Key of its label. */
  readonly name:
    | 'points'
    | 'share'
    | 'layers'
    | 'divisor'
    | 'area'
    | 'predictedIou'
    | 'stability'
    | 'overlap';
  readonly range: readonly [least: number, most: number];
  readonly step: number;
}

const {
  pointsPerSide,
  pointShare,
  cropLayers,
  cropPointsDivisor,
  leastArea,
  boxOverlap,
  ...THRESHOLD
} = EVERYTHING_RANGES;
const POINTS: Setting = { name: 'points', range: pointsPerSide, step: 1 };
const SHARE: Setting = { name: 'share', range: inPercent(pointShare), step: 1 };
const LAYERS: Setting = { name: 'layers', range: cropLayers, step: 1 };
const DIVISOR: Setting = { name: 'divisor', range: cropPointsDivisor, step: 1 };
const AREA: Setting = { name: 'area', range: leastArea, step: 10 };
const PREDICTED: Setting = { name: 'predictedIou', range: THRESHOLD.predictedIou, step: 0.01 };
const STABILITY: Setting = { name: 'stability', range: THRESHOLD.stability, step: 0.01 };
const OVERLAP: Setting = { name: 'overlap', range: boxOverlap, step: 0.05 };

/** SAM's settings, with its defaults but for RobustSAM's thresholds. */
export function EverythingOptions() {
  const annotator = useAnnotator();
  const settings = useView((view) => view.everythingSettings);
  const choice = useView((view) => view.modelChoice);
  const [model] = modelsAsked(
    choice,
    useEngine(({ kinds }) => kinds),
  );
  const { grid } = settings;
  const { predictedIou, stability } = settings.thresholds[model];
  const setGrid = annotator.setEverythingGrid;
  const setThresholds = annotator.setEverythingThresholds;
  return (
    <details className="everything-options">
      <summary>{t('everythingPanel.options.title')}</summary>
      <div className="everything-fields">
        <NumberField
          setting={POINTS}
          value={grid.pointsPerSide}
          onChange={(pointsPerSide) => setGrid({ pointsPerSide })}
        />
        <NumberField
          setting={SHARE}
          value={Math.round(grid.pointShare * 100)}
          onChange={(percent) => setGrid({ pointShare: percent / 100 })}
        />
        <NumberField
          setting={LAYERS}
          value={grid.cropLayers}
          onChange={(cropLayers) => setGrid({ cropLayers })}
        />
        <NumberField
          setting={DIVISOR}
          value={grid.cropPointsDivisor}
          onChange={(cropPointsDivisor) => setGrid({ cropPointsDivisor })}
        />
        <NumberField
          setting={AREA}
          value={grid.leastArea}
          onChange={(leastArea) => setGrid({ leastArea })}
        />
        <NumberField
          setting={PREDICTED}
          value={predictedIou}
          onChange={(value) => setThresholds({ predictedIou: value })}
        />
        <NumberField
          setting={STABILITY}
          value={stability}
          onChange={(value) => setThresholds({ stability: value })}
        />
        <NumberField
          setting={OVERLAP}
          value={grid.boxOverlap}
          onChange={(boxOverlap) => setGrid({ boxOverlap })}
        />
      </div>
      <p className="hint">
        {t('everythingPanel.options.about', {
          points: pointsAsked(grid),
          model: t(`modelChoice.names.${model}`),
        })}
      </p>
      <button
        type="button"
        className="button quiet"
        onMouseDown={keepFocus}
        onClick={annotator.resetEverythingSettings}
      >
        {t('everythingPanel.options.reset')}
      </button>
    </details>
  );
}

function inPercent([least, most]: readonly [number, number]): Setting['range'] {
  return [least * 100, most * 100];
}

interface FieldProps {
  readonly setting: Setting;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** What can't be meant is brought into the range when the field is left; halfway through typing it stands. */
function NumberField({ setting: { name, range, step }, value, onChange }: FieldProps) {
  const id = useId();
  const [least, most] = range;
  return (
    <>
      <label htmlFor={id}>{t(`everythingPanel.options.${name}`)}</label>
      <input
        id={id}
        key={value}
        className="text-field"
        type="number"
        inputMode="decimal"
        min={least}
        max={most}
        step={step}
        defaultValue={value}
        onBlur={({ target }) => {
          const typed = target.valueAsNumber;
          const inRange = Math.min(most, Math.max(least, Number.isNaN(typed) ? value : typed));
          const next = step === 1 ? Math.round(inRange) : inRange;
          target.value = String(next);
          if (next !== value) onChange(next);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur();
        }}
      />
    </>
  );
}

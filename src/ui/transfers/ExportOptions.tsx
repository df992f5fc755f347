import { useCallback, useId } from 'react';
import type { ExportChoice } from '../../app/transfers/transfers.ts';
import { FORMATS } from '../../formats/formats.ts';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';
import { formatShare } from '../kit/format.ts';
import { Choices } from './Choices.tsx';
import { detailWords, shapeWords, toleranceWords } from './export-words.ts';
import { useSettled } from './use-settled.ts';

interface Props {
  readonly choice: ExportChoice;
  readonly onChange: (change: Partial<ExportChoice>) => void;
}

const SPLITS = [0, 0.1, 0.2, 0.3];
const MOST_TOLERANCE = 8;
const MOST_FEATHER = 8;

/** What can be chosen about the format, and nothing else. */
export function ExportOptions({ choice, onChange }: Props) {
  const has = (option: string) => FORMATS[choice.format].choices.some((each) => each === option);
  const drawsPolygons = !has('shapes') || choice.shapes === 'polygons';
  return (
    <>
      {has('shapes') && (
        <Choices
          legend={t('exportDialog.shapes')}
          words={shapeWords()}
          value={choice.shapes}
          onChange={(shapes) => onChange({ shapes })}
        />
      )}
      {has('detail') && drawsPolygons && <DetailSlider choice={choice} onChange={onChange} />}
      {has('feather') && (
        <Slider
          label={t('exportDialog.feather')}
          value={choice.feather}
          most={MOST_FEATHER}
          words={
            choice.feather === 0
              ? t('exportDialog.noFeather')
              : t('format.pixels', { value: choice.feather })
          }
          onChange={(feather) => onChange({ feather })}
        />
      )}
      {has('split') && (
        <label className="data-field">
          <span>{t('exportDialog.split')}</span>
          <select
            value={choice.valShare}
            onChange={({ target }) => onChange({ valShare: Number(target.value) })}
          >
            {SPLITS.map((share) => (
              <option key={share} value={share}>
                {share === 0 ? t('exportDialog.noSplit') : formatShare(share)}
              </option>
            ))}
          </select>
        </label>
      )}
      {has('photos') && (
        <label className="data-check">
          <input
            type="checkbox"
            checked={choice.includesPhotos}
            onChange={({ target }) => onChange({ includesPhotos: target.checked })}
          />
          {t('exportDialog.photos')}
        </label>
      )}
    </>
  );
}

/** Says what the polygons keep, measured on the objects themselves. */
function DetailSlider({ choice, onChange }: Props) {
  const annotator = useAnnotator();
  const { scope, tolerance } = choice;
  const measure = useCallback(
    () => annotator.measureDetail(scope, tolerance),
    [annotator, scope, tolerance],
  );
  const figures = useSettled(measure);
  return (
    <>
      <Slider
        label={t('exportDialog.detail')}
        value={tolerance}
        most={MOST_TOLERANCE}
        step={0.5}
        words={toleranceWords(tolerance)}
        onChange={(next) => onChange({ tolerance: next })}
      />
      <p className="hint data-about" role="status">
        {figures.isPending && t('exportDialog.measuring')}
        {figures.value &&
          detailWords(figures.value.vertices, figures.value.meanIou, figures.value.leastIou)}
      </p>
    </>
  );
}

function Slider(props: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly step?: number;
  readonly words: string;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, most, step = 1, words, onChange } = props;
  const id = useId();
  return (
    <div className="data-field">
      <label htmlFor={id}>{label}</label>
      <span className="data-slider">
        <input
          id={id}
          type="range"
          min={0}
          max={most}
          step={step}
          value={value}
          aria-valuetext={words}
          onChange={({ target }) => onChange(Number(target.value))}
        />
        <span>{words}</span>
      </span>
    </div>
  );
}

import { useEffect, useId, useState } from 'react';
import type { MaskObject } from '../../document/types.ts';
import type { Reshape } from '../../reshape/protocol.ts';
import { useAnnotator, useView } from '../annotator.ts';
import { keepFocus } from '../IconButton.tsx';

interface Slider {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  /** Null where the slider says to change nothing. */
  readonly reshapeAt: (value: number) => Reshape | null;
  readonly words: (value: number) => string;
}

/** Steps of the slider in which an area grows tenfold. */
const AREA_STEPS = 10;

function areaAt(value: number): number {
  return value === 0 ? 0 : Math.round(10 ** (value / AREA_STEPS));
}

function areaWords(value: number): string {
  return value === 0 ? 'off' : `up to ${areaAt(value).toLocaleString('en')} px`;
}

const SLIDERS: readonly Slider[] = [
  {
    label: 'Fill holes',
    least: 0,
    most: 6 * AREA_STEPS,
    reshapeAt: (value) => (value === 0 ? null : { kind: 'fill-holes', most: areaAt(value) }),
    words: areaWords,
  },
  {
    label: 'Drop specks',
    least: 0,
    most: 6 * AREA_STEPS,
    reshapeAt: (value) => (value === 0 ? null : { kind: 'drop-specks', most: areaAt(value) }),
    words: areaWords,
  },
  {
    label: 'Smooth',
    least: 0,
    most: 30,
    reshapeAt: (value) => (value === 0 ? null : { kind: 'smooth', radius: value }),
    words: (value) => (value === 0 ? 'off' : `${value} px`),
  },
  {
    label: 'Grow, shrink',
    least: -50,
    most: 50,
    reshapeAt: (value) => (value === 0 ? null : { kind: 'grow', by: value }),
    words: (value) => (value > 0 ? `+${value} px` : value < 0 ? `−${-value} px` : 'off'),
  },
];

/** Moving one shows what it would give; Apply makes it so. One at a time: another one starts from the mask as it is. */
export function ReshapeSliders({ object }: { readonly object: MaskObject }) {
  const annotator = useAnnotator();
  const [moved, setMoved] = useState<{ label: string; value: number } | null>(null);
  const reshaping = useView((view) => view.reshaping);
  const isPreviewing = reshaping !== null;

  // Applied, cancelled or overtaken by another change: the sliders go back.
  useEffect(() => {
    if (!isPreviewing) setMoved(null);
  }, [isPreviewing]);

  function move(slider: Slider, value: number): void {
    const reshape = slider.reshapeAt(value);
    setMoved({ label: slider.label, value });
    if (reshape) void annotator.previewReshape(object.id, reshape);
    else annotator.cancelReshape();
  }

  return (
    <div className="reshape">
      {SLIDERS.map((slider) => (
        <ReshapeSlider
          key={slider.label}
          slider={slider}
          value={moved?.label === slider.label ? moved.value : 0}
          onMove={(value) => move(slider, value)}
        />
      ))}
      {isPreviewing && (
        <div className="reshape-actions">
          <button
            type="button"
            className="button primary"
            onMouseDown={keepFocus}
            onClick={() => void annotator.applyReshape()}
          >
            Apply
          </button>
          <button
            type="button"
            className="button"
            onMouseDown={keepFocus}
            onClick={annotator.cancelReshape}
          >
            Cancel
          </button>
          <span className="hint" role="status">
            {reshaping.isWorking ? 'Working…' : 'Preview'}
          </span>
        </div>
      )}
    </div>
  );
}

interface SliderProps {
  readonly slider: Slider;
  readonly value: number;
  readonly onMove: (value: number) => void;
}

function ReshapeSlider({ slider, value, onMove }: SliderProps) {
  const id = useId();
  const { label, least, most, words } = slider;
  return (
    <div className="reshape-slider">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{words(value)}</output>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        value={value}
        aria-valuetext={words(value)}
        onChange={({ target }) => onMove(Number(target.value))}
      />
    </div>
  );
}

import { useState } from 'react';
import type { MaskObject } from '../../document/types.ts';
import type { Reshape } from '../../reshape/protocol.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { Slider } from '../kit/Slider.tsx';

interface ReshapeSlider {
  readonly kind: Reshape['kind'];
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
  return value === 0 ? t('maskPanel.off') : t('maskPanel.upTo', { area: areaAt(value) });
}

function radiusWords(value: number): string {
  return value === 0 ? t('maskPanel.off') : t('format.pixels', { value });
}

function growthWords(value: number): string {
  const sign = value > 0 ? '+' : '−';
  return value === 0 ? t('maskPanel.off') : t('format.pixels', { value: sign + Math.abs(value) });
}

const SLIDERS: readonly ReshapeSlider[] = [
  {
    kind: 'fill-holes',
    least: 0,
    most: 6 * AREA_STEPS,
    reshapeAt: (value) => (value === 0 ? null : { kind: 'fill-holes', most: areaAt(value) }),
    words: areaWords,
  },
  {
    kind: 'drop-specks',
    least: 0,
    most: 6 * AREA_STEPS,
    reshapeAt: (value) => (value === 0 ? null : { kind: 'drop-specks', most: areaAt(value) }),
    words: areaWords,
  },
  {
    kind: 'smooth',
    least: 0,
    most: 30,
    reshapeAt: (value) => (value === 0 ? null : { kind: 'smooth', radius: value }),
    words: radiusWords,
  },
  {
    kind: 'grow',
    least: -50,
    most: 50,
    reshapeAt: (value) => (value === 0 ? null : { kind: 'grow', by: value }),
    words: growthWords,
  },
];

/** Where each slider is that was moved. */
type Moved = Partial<Record<Reshape['kind'], number>>;

/** Moving them shows what they give together, from the first to the last; Apply makes it so, in one step. */
export function ReshapeSliders({ object }: { readonly object: MaskObject }) {
  const annotator = useAnnotator();
  const [moved, setMoved] = useState<Moved>({});
  const reshaping = useView((view) => view.reshaping);
  // Applied, cancelled or overtaken by another change: the sliders are back at once.
  const places = reshaping ? moved : {};

  function move(slider: ReshapeSlider, value: number): void {
    const now = { ...places, [slider.kind]: value };
    const reshapes = SLIDERS.flatMap(({ kind, reshapeAt }) => reshapeAt(now[kind] ?? 0) ?? []);
    setMoved(now);
    if (reshapes.length > 0) void annotator.previewReshape(object.id, reshapes);
    else annotator.cancelReshape();
  }

  return (
    <div className="reshape">
      {SLIDERS.map((slider) => (
        <Slider
          key={slider.kind}
          label={t(`maskPanel.reshapes.${slider.kind}`)}
          least={slider.least}
          most={slider.most}
          step={1}
          value={places[slider.kind] ?? 0}
          words={slider.words(places[slider.kind] ?? 0)}
          onMove={(value) => move(slider, value)}
        />
      ))}
      {reshaping && (
        <div className="reshape-actions">
          <button
            type="button"
            className="button primary"
            onMouseDown={keepFocus}
            onClick={() => void annotator.applyReshape()}
          >
            {t('maskPanel.apply')}
          </button>
          <button
            type="button"
            className="button"
            onMouseDown={keepFocus}
            onClick={annotator.cancelReshape}
          >
            {t('maskPanel.cancel')}
          </button>
          <span className="hint" role="status">
            {t(reshaping.isWorking ? 'maskPanel.working' : 'maskPanel.preview')}
          </span>
        </div>
      )}
    </div>
  );
}

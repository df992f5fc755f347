import type { TruthFigures as Figures } from '../../app/truth/rows.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useTruth } from '../kit/annotator.ts';
import { formatPercent } from '../kit/format.ts';
import { Slider } from '../kit/Slider.tsx';

/** How good the labels are, and from when on an object counts as found. */
export function TruthFigures({ figures }: { readonly figures: Figures }) {
  const annotator = useAnnotator();
  const threshold = useTruth((state) => state.threshold);
  const isClassAware = useTruth((state) => state.isClassAware);
  const shares = ['precision', 'recall', 'meanIou', 'meanBoundaryIou'] as const;
  return (
    <>
      <section aria-label={t('truth.figures')}>
        <dl className="truth-figures">
          {shares.map((name) => (
            <div key={name}>
              <dt>{t(`truth.${name}`)}</dt>
              <dd>{shareWords(figures[name])}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Slider
        label={t('truth.threshold')}
        words={formatPercent(100 * threshold, 0)}
        least={0.1}
        most={0.95}
        step={0.05}
        value={threshold}
        onMove={annotator.setIouThreshold}
      />
      <label className="mask-check">
        <input
          type="checkbox"
          checked={isClassAware}
          onChange={({ target }) => annotator.setClassAware(target.checked)}
        />
        <span>{t('truth.classAware')}</span>
      </label>
      <p className="hint">{t('truth.method')}</p>
    </>
  );
}

function shareWords(share: number | null): string {
  return share === null ? t('truth.none') : formatPercent(100 * share, 1);
}

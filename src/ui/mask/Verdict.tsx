import { shownName } from '../../app/objects/object-name.ts';
import type { Comparison } from '../../app/prompts/comparison.ts';
import { likelierBy, type Odds, oddsFor } from '../../app/prompts/likelier.ts';
import { againstTruth, nearerOf } from '../../app/prompts/preferred.ts';
import { t } from '../../words/words.ts';
import { useEngine, useView } from '../kit/annotator.ts';
import { useComparedTruth } from './use-compared-truth.ts';

/** Masks that agree so far need no verdict. */
const NEARLY_SAME = 0.95;

/** Who is right, where the truth is known; else who is likelier right, and how often that was so. */
export function Verdict({ comparison }: { readonly comparison: Comparison }) {
  const truth = useComparedTruth();
  const figures = useView((view) => view.measured?.report);
  const setId = useEngine(({ set }) => set?.id);
  if (truth) {
    const nearer = nearerOf(againstTruth(comparison, truth.mask));
    const name = shownName(truth);
    return (
      <p role="status">
        {nearer
          ? t('comparePanel.nearer', { model: t(`modelChoice.names.${nearer}`), truth: name })
          : t('comparePanel.equallyNear', { truth: name })}
      </p>
    );
  }
  if (comparison.iou >= NEARLY_SAME) return null;
  const odds = oddsFor(comparison.answers.robust.prompt, figures, setId);
  return odds && <OddsWords odds={odds} />;
}

function OddsWords({ odds }: { readonly odds: Odds }) {
  const likelier = likelierBy(odds);
  const percent = (share: number) => String(Math.round(100 * share));
  return (
    <p>
      <strong>
        {likelier
          ? t('comparePanel.odds.likelier', { model: t(`modelChoice.names.${likelier}`) })
          : t('comparePanel.odds.close')}
      </strong>{' '}
      <span className="hint">
        {t('comparePanel.odds.measured', {
          prompt: t(`comparePanel.odds.prompts.${odds.prompt}`),
          photos: t(`comparePanel.odds.${odds.isClear ? 'clear' : 'degraded'}`),
          percent: percent(odds.share),
          cases: String(odds.cases),
          low: percent(odds.low),
          high: percent(odds.high),
        })}
      </span>
    </p>
  );
}

import { type Comparison, comparisonOf } from '../../app/prompts/comparison.ts';
import { againstTruth } from '../../app/prompts/preferred.ts';
import { scoreOf } from '../../app/state/questions.ts';
import { maskArea } from '../../mask/measure.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useChoiceInUse, usePrompt, useView } from '../kit/annotator.ts';
import { formatDuration, formatShare } from '../kit/format.ts';
import { Panel } from '../kit/Panel.tsx';
import { agreementWords } from './agreement-words.ts';
import { CompareTruth } from './CompareTruth.tsx';
import { useComparedTruth } from './use-compared-truth.ts';
import { Verdict } from './Verdict.tsx';

/** What the two models say to the same prompt, in words and numbers. */
export function ComparePanel() {
  const isComparing = useChoiceInUse() === 'compare';
  const comparison = useView(comparisonOf);
  const hasPrompt = usePrompt().length > 0;
  if (!isComparing) return null;
  return (
    <Panel
      title={t('comparePanel.title')}
      figure={comparison ? `IoU ${comparison.iou.toFixed(2)}` : ''}
    >
      {/* As high with figures as without, so what is below stays where it is. */}
      <div className="compare-room">
        {comparison ? <Figures comparison={comparison} /> : <Hint isWaiting={hasPrompt} />}
      </div>
      <CompareTruth />
      <Hatching />
    </Panel>
  );
}

function Hint({ isWaiting }: { readonly isWaiting: boolean }) {
  return <p className="hint">{t(isWaiting ? 'comparePanel.pending' : 'comparePanel.hint')}</p>;
}

const ORDER = ['plain', 'robust'] as const;

function Figures({ comparison }: { readonly comparison: Comparison }) {
  const { answers, areas, iou, disagreement } = comparison;
  const { width, height } = disagreement.size;
  const share = (area: number) => formatShare(area / (width * height));
  const differing = maskArea(disagreement);
  return (
    <>
      <p>
        {agreementWords(iou)}{' '}
        <Difference iou={iou.toFixed(3)} share={differing > 0 ? share(differing) : null} />
      </p>
      <Verdict comparison={comparison} />
      <table className="compare-figures">
        <thead>
          <tr>
            <td />
            {ORDER.map((model) => (
              <th key={model} scope="col">
                {t(`modelChoice.names.${model}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name={t('comparePanel.area')} values={ORDER.map((model) => share(areas[model]))} />
          <Row
            name={t('comparePanel.predictedIou')}
            values={ORDER.map((model) => scoreOf(answers[model])?.toFixed(2) ?? '')}
          />
          <TruthRows comparison={comparison} />
          <Row
            name={t('comparePanel.time')}
            values={ORDER.map((model) => formatDuration(answers[model].milliseconds))}
          />
        </tbody>
      </table>
    </>
  );
}

function TruthRows({ comparison }: { readonly comparison: Comparison }) {
  const truth = useComparedTruth();
  if (!truth) return null;
  const near = againstTruth(comparison, truth.mask);
  return (
    <>
      <Row
        name={t('comparePanel.truthIou')}
        values={ORDER.map((model) => near[model].iou.toFixed(3))}
      />
      <Row
        name={t('comparePanel.truthBoundaryIou')}
        values={ORDER.map((model) => near[model].boundaryIou.toFixed(3))}
      />
    </>
  );
}

/** Stands where the language puts the share, which is marked up. */
const SLOT = '\0';

function Difference({ iou, share }: { readonly iou: string; readonly share: string | null }) {
  if (share === null) return t('comparePanel.iou', { iou });
  const [before, after] = t('comparePanel.iouAndDifference', { iou, share: SLOT }).split(SLOT);
  return (
    <>
      {before}
      <span className="hatched">{share}</span>
      {after}
    </>
  );
}

function Row({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  const [plain, robust] = values;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{plain}</td>
      <td>{robust}</td>
    </tr>
  );
}

/** What hatching means, and whether there is any. */
function Hatching() {
  const annotator = useAnnotator();
  const hatches = useView((view) => view.hatches);
  const keys = useKeyWords('hatching');
  return (
    <label className="mask-check">
      <input
        type="checkbox"
        checked={hatches}
        onChange={({ target }) => annotator.setHatching(target.checked)}
      />
      <span>
        <span className="hatched hatching-swatch" aria-hidden="true" /> {t('comparePanel.hatching')}{' '}
        {keys && <kbd className="wide-only">{keys}</kbd>}
      </span>
    </label>
  );
}

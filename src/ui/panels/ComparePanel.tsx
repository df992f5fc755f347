import { type Comparison, comparisonOf } from '../../app/prompts/comparison.ts';
import { predictedIouOf } from '../../app/prompts/models.ts';
import { maskArea } from '../../mask/measure.ts';
import { useChoiceInUse, usePrompt, useView } from '../annotator.ts';
import { formatDuration, formatShare } from '../format.ts';
import { agreementWords, MODEL_NAMES } from '../model-words.ts';
import { Panel } from './Panel.tsx';

/** What the two models say to the same prompt, in words and numbers. */
export function ComparePanel() {
  const isComparing = useChoiceInUse() === 'compare';
  const comparison = useView(comparisonOf);
  const hasPrompt = usePrompt().length > 0;
  if (!isComparing) return null;
  return (
    <Panel title="Compare" figure={comparison ? `IoU ${comparison.iou.toFixed(2)}` : ''}>
      {comparison ? <Figures comparison={comparison} /> : <Hint isWaiting={hasPrompt} />}
    </Panel>
  );
}

function Hint({ isWaiting }: { readonly isWaiting: boolean }) {
  return (
    <p className="hint">
      {isWaiting
        ? 'Both masks are on their way…'
        : 'Click an object: both models answer, and where they differ is hatched.'}
    </p>
  );
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
        {agreementWords(iou)} Their IoU is {iou.toFixed(3)}
        {differing > 0 && (
          <>
            ; they differ on <span className="hatched">{share(differing)}</span> of the photo
          </>
        )}
        .
      </p>
      <table className="compare-figures">
        <thead>
          <tr>
            <td />
            {ORDER.map((model) => (
              <th key={model} scope="col">
                {MODEL_NAMES[model]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name="Area" values={ORDER.map((model) => share(areas[model]))} />
          <Row
            name="Predicted IoU"
            values={ORDER.map((model) => predictedIouOf(answers[model]).toFixed(2))}
          />
          <Row
            name="Time"
            values={ORDER.map((model) => formatDuration(answers[model].milliseconds))}
          />
        </tbody>
      </table>
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

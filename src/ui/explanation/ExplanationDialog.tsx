import { type ComponentProps, useEffect, useState } from 'react';
import type { LastAnswers } from '../../app/prompts/explaining.ts';
import { type Explanation, saveExplanation } from '../../app/prompts/explanation-file.ts';
import { describeEngineProblem } from '../../engine/describe.ts';
import type { ExplainOutcome } from '../../engine/protocol.ts';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { maskDrawnIn } from '../kit/mask-drawn.ts';
import { Choices } from '../transfers/Choices.tsx';
import { Features } from './Features.tsx';
import { FedPrompt } from './FedPrompt.tsx';
import { MaskMaps } from './MaskMaps.tsx';
import { Times } from './Times.tsx';
import { WhyThisMask } from './WhyThisMask.tsx';

type Props = Pick<ComponentProps<typeof Dialog>, 'isOpen' | 'onClose'>;

/** How the last click was answered: for whoever looks for the reason of a wrong mask. */
export function ExplanationDialog(props: Props) {
  return (
    <Dialog title={t('explanation.title')} {...props}>
      <LastClick />
    </Dialog>
  );
}

/** What it shows is of the moment at which it is opened. */
function LastClick() {
  const annotator = useAnnotator();
  const [last] = useState(() => annotator.lastAnswers());
  const [index, setIndex] = useState(0);
  if (!last) return <p>{t('reasons.noPrompt')}</p>;
  return (
    <div className="explanation">
      {last.answers.length > 1 && (
        <Choices
          legend={t('explanation.model')}
          words={{
            robust: t('modelChoice.names.robust'),
            plain: t('modelChoice.names.plain'),
          }}
          value={last.answers[index]?.model ?? last.answers[0].model}
          onChange={(model) => setIndex(last.answers.findIndex((one) => one.model === model))}
        />
      )}
      <OfModel key={index} last={last} index={index} />
    </div>
  );
}

function OfModel({ last, index }: { readonly last: LastAnswers; readonly index: number }) {
  const annotator = useAnnotator();
  const answer = last.answers[index] ?? last.answers[0];
  const [outcome, setOutcome] = useState<ExplainOutcome | null>(null);
  const [drawnIn] = useState(maskDrawnIn);
  useEffect(() => {
    const controller = new AbortController();
    void annotator.explainAnswer(controller.signal, last.photoId, answer).then((one) => {
      if (!controller.signal.aborted) setOutcome(one);
    });
    return () => controller.abort();
  }, [annotator, last, answer]);
  if (!outcome) return <p role="status">{t('explanation.working')}</p>;
  if (!outcome.ok) return <p role="alert">{problemWords(outcome.problem)}</p>;
  const engine = annotator.engine.getState();
  return <Whole explanation={{ answer, explained: outcome.value, engine, drawnIn }} />;
}

function Whole({ explanation }: { readonly explanation: Explanation }) {
  const { answer, explained } = explanation;
  return (
    <>
      <WhyThisMask answer={answer} explained={explained} />
      <MaskMaps explained={explained} />
      <div className="figures">
        <FedPrompt explained={explained} />
        <Times explanation={explanation} />
      </div>
      <Features explained={explained} prompt={answer.prompt} />
      <footer>
        <button type="button" className="button" onClick={() => saveExplanation(explanation)}>
          {t('explanation.save')}
        </button>
        <p className="hint">{t('explanation.saveHint')}</p>
      </footer>
    </>
  );
}

function problemWords(problem: Extract<ExplainOutcome, { ok: false }>['problem']): string {
  return problem.kind === 'no-embedding' ? t('explanation.gone') : describeEngineProblem(problem);
}

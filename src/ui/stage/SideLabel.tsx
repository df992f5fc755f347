import { answerOf, scoreOf } from '../../app/state/questions.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import { t } from '../../words/words.ts';
import { useView } from '../kit/annotator.ts';
import { Unsure } from '../mask/Unsure.tsx';

/** Whose masks a side shows, and what the model itself thinks of the one in hand. */
export function SideLabel({ model }: { readonly model: ModelKind }) {
  const answer = useView((view) => answerOf(view, model));
  return (
    <p className="side-label" data-model={model}>
      <span className="side-name">{t(`modelChoice.names.${model}`)}</span>
      {answer && (
        <span className="side-figure">
          <span className="visually-hidden">{t('stage.predicted')}</span> IoU{' '}
          {scoreOf(answer)?.toFixed(2)}
        </span>
      )}
      {answer && <Unsure of={answer} />}
    </p>
  );
}

import type { LiveMask } from '../../app/state/view.ts';
import { faultsOf } from '../../report/quality.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useView } from '../kit/annotator.ts';
import { qualitiesInWords } from '../photos/quality-words.ts';
import { isUnsure, unsureBelow } from './candidates.ts';

/** Beside a best candidate that the model does not trust, on a photo like this one. */
export function Unsure({ of }: { readonly of: Pick<LiveMask, 'candidates' | 'token'> }) {
  const figures = useView((view) => view.measured?.report);
  const keys = useKeyWords('autoAdjust') ?? '';
  if (!isUnsure(of, figures)) return null;
  const iou = unsureBelow(figures);
  const why =
    faultsOf(figures).length > 0
      ? t('quality.unsure.poor', { iou, faults: qualitiesInWords(figures).join(', '), keys })
      : t('quality.unsure.clear', { iou });
  return (
    <span className="unsure" title={why}>
      {t('shell.prompt.unsure')}
    </span>
  );
}

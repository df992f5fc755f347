import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';

/** Facts for a bug report; nothing of the photos goes in. */
export function ReportButton() {
  const { shell } = useHands();
  return (
    <button type="button" className="button quiet" onClick={() => void shell.copyReport()}>
      {t('inspector.copyReport')}
    </button>
  );
}

import type { LiveMask } from '../../app/state/view.ts';
import type { Tidied } from '../../mask/tidy.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';

/** Whether specks and small holes go from masks of the model, and which went from the one in hand. */
export function TidyMasks() {
  const annotator = useAnnotator();
  const isOn = useView((view) => view.tidiesMasks);
  const live = useView((view) => view.live);
  return (
    <div className="mask-tidy">
      <label className="mask-check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => annotator.setTidiesMasks(target.checked)}
        />
        <span>{t('maskPanel.tidy')}</span>
      </label>
      <div className="mask-tidied">
        <small role="status">{live ? liveWords(live) : t('maskPanel.tidyAbout')}</small>
        {isOn && live?.tidied && (
          <button
            type="button"
            className="button quiet"
            onMouseDown={keepFocus}
            onClick={() => void annotator.toggleTidied()}
          >
            {t(live.isTidied ? 'maskPanel.putBack' : 'maskPanel.remove')}
          </button>
        )}
      </div>
    </div>
  );
}

function liveWords({ tidied, isTidied }: LiveMask): string {
  if (!tidied) return t('maskPanel.nothingToTidy');
  return t(isTidied ? 'maskPanel.removed' : 'maskPanel.leftIn', { what: pieceWords(tidied) });
}

function pieceWords({ specks, holes }: Tidied): string {
  const parts = [
    ...(specks > 0 ? [t('maskPanel.specks', { count: specks })] : []),
    ...(holes > 0 ? [t('maskPanel.holes', { count: holes })] : []),
  ];
  return parts.join(', ');
}

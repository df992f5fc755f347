import {
  type Adjustments,
  AMOUNTS,
  type Amount,
  isNeutral,
  RANGES,
} from '../../adjust/adjustments.ts';
import { shownAdjustments } from '../../app/adjusting/shown.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import { Slider } from '../kit/Slider.tsx';

/** How the photo is shown; neither the model nor an export sees it. */
export function AdjustPanel() {
  const own = useDocument((state) => state.adjustments);
  const shared = useDocument((state) => state.sharedAdjustments);
  const adjusting = useView((view) => view.adjusting);
  const photo = useView((view) => view.photo);
  const shown = shownAdjustments(
    { adjustments: own, sharedAdjustments: shared },
    { adjusting, photo },
  );
  const isAdjusted = !isNeutral(shown);
  return (
    <Panel
      title={t('adjustPanel.title')}
      isFolded
      {...(isAdjusted ? { figure: t('adjustPanel.adjusted') } : {})}
    >
      <div className="reshape">
        <p className="hint">{t('adjustPanel.about')}</p>
        <Buttons isAdjusted={isAdjusted} />
        {AMOUNTS.map((amount) => (
          <AmountSlider key={amount} amount={amount} value={shown[amount]} />
        ))}
        <Checks shown={shown} isShared={shared !== null} />
      </div>
    </Panel>
  );
}

function Buttons({ isAdjusted }: { readonly isAdjusted: boolean }) {
  const annotator = useAnnotator();
  const { stage } = useHands();
  const auto = useKeyWords('autoAdjust');
  const hold = (showsOriginal: boolean) => stage.setState({ showsOriginal });
  return (
    <div className="reshape-actions">
      <button
        type="button"
        className="button"
        title={auto ?? undefined}
        onMouseDown={keepFocus}
        onClick={annotator.autoAdjust}
      >
        {t('adjustPanel.auto')}
      </button>
      <button
        type="button"
        className="button quiet"
        disabled={!isAdjusted}
        title={t('adjustPanel.originalTip')}
        onPointerDown={() => hold(true)}
        onPointerUp={() => hold(false)}
        onPointerLeave={() => hold(false)}
        onPointerCancel={() => hold(false)}
        onKeyDown={({ key }) => key === ' ' && hold(true)}
        onKeyUp={() => hold(false)}
        onBlur={() => hold(false)}
        onContextMenu={(event) => event.preventDefault()}
      >
        {t('adjustPanel.original')}
      </button>
      <button
        type="button"
        className="button quiet"
        disabled={!isAdjusted}
        onMouseDown={keepFocus}
        onClick={annotator.resetAdjustments}
      >
        {t('adjustPanel.reset')}
      </button>
    </div>
  );
}

function Checks({ shown, isShared }: { readonly shown: Adjustments; readonly isShared: boolean }) {
  const annotator = useAnnotator();
  return (
    <>
      <label className="mask-check">
        <input
          type="checkbox"
          checked={shown.inverts}
          onChange={({ target }) => {
            annotator.previewAdjustments({ inverts: target.checked });
            annotator.keepAdjustments();
          }}
        />
        <span>{t('adjustPanel.inverts')}</span>
      </label>
      <label className="mask-check">
        <input
          type="checkbox"
          checked={isShared}
          onChange={({ target }) => annotator.shareAdjustments(target.checked)}
        />
        <span>{t('adjustPanel.shared')}</span>
      </label>
    </>
  );
}

function AmountSlider({ amount, value }: { readonly amount: Amount; readonly value: number }) {
  const annotator = useAnnotator();
  return (
    <Slider
      label={t(`adjustPanel.amounts.${amount}`)}
      {...RANGES[amount]}
      value={value}
      words={amountWords(amount, value)}
      onMove={(moved) => annotator.previewAdjustments({ [amount]: moved })}
      onSettle={annotator.keepAdjustments}
    />
  );
}

function amountWords(amount: Amount, value: number): string {
  if (amount === 'exposure') return t('adjustPanel.stops', { value: signed(value.toFixed(1)) });
  if (amount === 'gamma') return value.toFixed(2);
  return t('format.percent', { value: String(Math.round(value * 100)) });
}

function signed(value: string): string {
  return Number(value) > 0 ? `+${value}` : value.replace('-', '−');
}

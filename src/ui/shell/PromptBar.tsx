import { Check, Minus, Plus, ScanSearch, X } from 'lucide-react';
import { refinedObject } from '../../app/state/questions.ts';
import type { LiveMask } from '../../app/state/view.ts';
import { t } from '../../words/words.ts';
import { ActionButton } from '../actions/ActionButton.tsx';
import { useKeyWords } from '../actions/use-key-words.ts';
import { EverythingLine, useHasEverythingLine } from '../everything/EverythingLine.tsx';
import {
  useAnnotator,
  useChoiceInUse,
  useDocument,
  useEngine,
  usePrompt,
  useView,
} from '../kit/annotator.ts';
import { formatShare } from '../kit/format.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { useAfterPaint } from '../kit/use-after-paint.ts';
import { useNow } from '../kit/use-now.ts';
import { candidateNames, isUnsure } from '../mask/candidates.ts';
import { Unsure } from '../mask/Unsure.tsx';
import { encodingWords } from '../model/engine-words.ts';
import { ModelSwitch } from './ModelSwitch.tsx';
import { ToolButtons } from './ToolButtons.tsx';
import { EditTargetLine, ToolOptions } from './ToolOptions.tsx';
import { HistoryButtons } from './TopBar.tsx';

/** What can be done with the mask in hand, within reach of the thumb and off the object. */
export function PromptBar() {
  const hasPhoto = useView((view) => view.photo !== null);
  const prompts = useView((view) => view.tool === 'prompt');
  const hasPrompt = usePrompt().length > 0;
  const hasLine = useHasEverythingLine();
  if (!hasPhoto) return null;
  return (
    <div className="prompt-bar" data-has-prompt={hasPrompt || hasLine}>
      <div className="narrow-only prompt-rows">
        {prompts && <ModelSwitch />}
        <ToolOptions />
        <ToolButtons tip="above" />
      </div>
      {hasLine && <EverythingLine />}
      {hasPrompt && <RefinedName />}
      {hasPrompt && <PromptStatus />}
      <div className="prompt-tools">
        <div className="narrow-only prompt-narrow">
          <HistoryButtons tip="above" />
          {prompts ? <PolaritySwitch /> : <EditTargetLine />}
        </div>
        {hasPrompt && <PromptActions />}
      </div>
    </div>
  );
}

/** Which object the mask in hand will replace. */
function RefinedName() {
  const photo = useView((view) => view.photo);
  const refined = useDocument((state) => refinedObject(state, { photo }));
  return refined ? (
    <p className="prompt-waiting">{t('shell.prompt.refining', { name: refined.name })}</p>
  ) : null;
}

function PromptStatus() {
  const isPending = useView((view) => view.pending);
  const live = useView((view) => view.live);
  const isZooming = useView((view) => view.zooming);
  // The mask first.
  const listed = useAfterPaint(live);
  if (live ? !listed : isPending) return <Waiting />;
  return (
    <>
      {live && listed && <CandidateChips live={listed} />}
      {isZooming && (
        <p className="prompt-waiting" role="status">
          {t('shell.prompt.zooming')}
        </p>
      )}
    </>
  );
}

/** Says what a click waits for. */
function Waiting() {
  const isEmbedded = useView((view) => view.embedded);
  const phase = useEngine((status) => status.phase);
  const now = useNow(phase.kind === 'encoding');
  if (isEmbedded) return <p className="prompt-waiting">{t('shell.prompt.finding')}</p>;
  const words =
    phase.kind === 'encoding'
      ? t('shell.prompt.waitingFor', { progress: encodingWords(phase, now) })
      : t('shell.prompt.waiting');
  return <p className="prompt-waiting">{words}</p>;
}

function CandidateChips({ live }: { readonly live: LiveMask }) {
  const annotator = useAnnotator();
  if (live.candidates.length < 2) return null;
  const names = candidateNames(live.candidates);
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{t('shell.prompt.candidates')}</legend>
      {live.candidates.map(({ token, predictedIou }) => (
        <button
          key={token}
          type="button"
          className="chip"
          aria-pressed={token === live.token}
          onMouseDown={keepFocus}
          onClick={() => void annotator.chooseCandidate(token)}
        >
          {names.get(token)} <span className="chip-figure">{formatShare(predictedIou)}</span>
          {isUnsure(live.candidates, token) && <Unsure />}
        </button>
      ))}
    </fieldset>
  );
}

function PolaritySwitch() {
  const annotator = useAnnotator();
  const polarity = useView((view) => view.polarity);
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{t('shell.tools.tapAdds')}</legend>
      <button
        type="button"
        className="segment polarity-include"
        aria-pressed={polarity === 'include'}
        aria-label={t('shell.tools.tapsInclude')}
        onClick={() => annotator.setPolarity('include')}
      >
        <Plus aria-hidden size={18} />
      </button>
      <button
        type="button"
        className="segment polarity-exclude"
        aria-pressed={polarity === 'exclude'}
        aria-label={t('shell.tools.tapsExclude')}
        onClick={() => annotator.setPolarity('exclude')}
      >
        <Minus aria-hidden size={18} />
      </button>
    </fieldset>
  );
}

function PromptActions() {
  const annotator = useAnnotator();
  // Asked for while the mask is on its way, it is kept when it comes.
  const canKeep = useView((view) => view.live !== null || view.pending);
  const isComparing = useChoiceInUse() === 'compare';
  const keys = useKeyWords('finish');
  return (
    <>
      <ActionButton action="clearPrompt" icon={X} keysOf="cancel" tip="above" />
      <ActionButton action="zoomRefine" icon={ScanSearch} tip="above" />
      {isComparing && (
        <button
          type="button"
          className="button"
          disabled={!canKeep}
          onMouseDown={keepFocus}
          onClick={() => void annotator.keep('plain')}
        >
          {t('shell.prompt.keepPlain')}
        </button>
      )}
      <button
        type="button"
        className="button primary"
        disabled={!canKeep}
        onMouseDown={keepFocus}
        onClick={() => void annotator.keep()}
      >
        <Check aria-hidden size={16} />{' '}
        {t(isComparing ? 'shell.prompt.keepRobust' : 'shell.prompt.keep')}{' '}
        {keys && <kbd className="wide-only">{keys}</kbd>}
      </button>
    </>
  );
}

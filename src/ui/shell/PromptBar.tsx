import { Minus, Plus } from 'lucide-react';
import { shownName } from '../../app/objects/object-name.ts';
import { refinedObject } from '../../app/state/questions.ts';
import type { LiveMask } from '../../app/state/view.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { EverythingLine, useHasEverythingLine } from '../everything/EverythingLine.tsx';
import {
  useAnnotator,
  useDocument,
  useEngine,
  useObjects,
  usePrompt,
  useView,
} from '../kit/annotator.ts';
import { formatShare } from '../kit/format.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { useAfterPaint } from '../kit/use-after-paint.ts';
import { useNow } from '../kit/use-now.ts';
import { candidateNames, candidateTip } from '../mask/candidates.ts';
import { Unsure } from '../mask/Unsure.tsx';
import { encodingWords } from '../model/engine-words.ts';
import { ModelSwitch } from './ModelSwitch.tsx';
import { PromptActions, useWillBeKept } from './PromptActions.tsx';
import { ToolButtons } from './ToolButtons.tsx';
import { EditTargetLine, ToolOptions } from './ToolOptions.tsx';
import { HistoryButtons } from './TopBar.tsx';

/**
 * What can be done with the mask in hand, below the photo. Its rows have their room from the start, so no mask
 * moves the photo.
 */
export function PromptBar() {
  const hasPhoto = useView((view) => view.photo !== null);
  const prompts = useView((view) => view.tool === 'prompt');
  const hasPrompt = usePrompt().length > 0;
  if (!hasPhoto) return null;
  return (
    <section className="prompt-bar" aria-label={t('shell.prompt.bar')}>
      <div className="narrow-only prompt-rows">
        {prompts ? <ModelSwitch /> : <ToolOptions />}
        <ToolButtons tip="above" />
      </div>
      {!prompts && (
        <div className="wide-only">
          <ToolOptions />
        </div>
      )}
      <div className="prompt-status">
        <PromptLine />
      </div>
      <div className="prompt-tools">
        <div className="narrow-only prompt-narrow">
          <HistoryButtons tip="above" />
          {prompts && <PolaritySwitch />}
        </div>
        {hasPrompt && <PromptActions />}
      </div>
    </section>
  );
}

/** What is in hand, what it waits for, or what could be done. */
function PromptLine() {
  const prompts = useView((view) => view.tool === 'prompt');
  const hasPrompt = usePrompt().length > 0;
  const hasLine = useHasEverythingLine();
  if (hasPrompt || hasLine)
    return (
      <>
        {hasLine && <EverythingLine />}
        {hasPrompt && <RefinedName />}
        {hasPrompt && <PromptStatus />}
      </>
    );
  if (prompts) return <Hint />;
  return (
    <div className="narrow-only">
      <EditTargetLine />
    </div>
  );
}

/** How what was just kept is named, else how to begin. */
function Hint() {
  const objects = useObjects();
  const justKeptId = useView((view) => view.justKeptId);
  const keys = useKeyWords('nameClass');
  const classes = useDocument((state) => state.classes);
  const kept = objects.find(({ id }) => id === justKeptId);
  if (!kept) return <p className="prompt-waiting">{t('shell.prompt.hint')}</p>;
  const { classId } = kept;
  const name = shownName(kept);
  const className = classes.find(({ id }) => id === classId)?.name;
  return (
    <p className="prompt-waiting">
      {className
        ? t('shell.prompt.keptAs', { name, class: className })
        : t('shell.prompt.kept', { name })}{' '}
      {keys && <span className="wide-only">{t('shell.prompt.nameIt', { keys })}</span>}
    </p>
  );
}

/** Which object the mask in hand will replace. */
function RefinedName() {
  const photo = useView((view) => view.photo);
  const refined = useDocument((state) => refinedObject(state, { photo }));
  return refined ? (
    <p className="prompt-waiting">{t('shell.prompt.refining', { name: shownName(refined) })}</p>
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
  const willBeKept = useWillBeKept();
  const phase = useEngine((status) => status.phase);
  const now = useNow(phase.kind === 'encoding');
  if (isEmbedded) return <p className="prompt-waiting">{t('shell.prompt.finding')}</p>;
  const waits = t(willBeKept ? 'shell.prompt.keptNext' : 'shell.prompt.waiting');
  const words = phase.kind === 'encoding' ? `${waits} · ${encodingWords(phase, now)}` : waits;
  return <p className="prompt-waiting">{words}</p>;
}

/** The model's answers to the prompt in hand, best first, with its own estimate of how good they are. */
function CandidateChips({ live }: { readonly live: LiveMask }) {
  const annotator = useAnnotator();
  const { width, height } = live.mask.size;
  if (live.candidates.length < 2) return null;
  const names = candidateNames(live.candidates);
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{t('shell.prompt.candidates')}</legend>
      {live.candidates.map(({ token, predictedIou, area }) => (
        <button
          key={token}
          type="button"
          className="chip"
          aria-pressed={token === live.token}
          title={candidateTip(token, area / (width * height))}
          onMouseDown={keepFocus}
          onClick={() => void annotator.chooseCandidate(token)}
        >
          {names.get(token)} <span className="chip-figure">{formatShare(predictedIou)}</span>
          <Unsure of={{ candidates: live.candidates, token }} />
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

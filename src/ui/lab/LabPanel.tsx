import { subjectOf } from '../../app/lab/asking.ts';
import { DEGRADATION_NAMES } from '../../degrade/stack.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useDocument, useLab, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import { LabResults } from './LabResults.tsx';
import { LabRun } from './LabRun.tsx';
import { LabStack } from './LabStack.tsx';

/** The photo degraded on purpose, and what the models make of it. */
export function LabPanel() {
  return (
    <div ref={showWhole}>
      <Panel title={t('lab.title')}>
        <p className="hint">{t('lab.lead')}</p>
        <LabStack />
        <AddDegradation />
        <Seed />
        <Ask />
        <Status />
        <LabResults />
        <LabRun />
        <Close />
      </Panel>
    </div>
  );
}

/** It is the first panel, and the others may have been scrolled to. */
function showWhole(panel: HTMLElement | null): void {
  panel?.parentElement?.scrollTo({ top: 0 });
}

function AddDegradation() {
  const annotator = useAnnotator();
  return (
    <div className="field lab-add">
      <select
        aria-label={t('lab.add')}
        value=""
        onChange={({ target }) => {
          const picked = DEGRADATION_NAMES.find((name) => name === target.value);
          if (picked) annotator.addDegradation(picked);
        }}
      >
        <option value="">{t('lab.add')}</option>
        {DEGRADATION_NAMES.map((name) => (
          <option key={name} value={name}>
            {t(`lab.names.${name}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

const MOST_SEED = 9999;

function Seed() {
  const annotator = useAnnotator();
  const seed = useLab((lab) => lab.seed);
  return (
    <div className="lab-seed">
      <label>
        {t('lab.seed')}
        <input
          type="number"
          className="text-field"
          min={0}
          max={MOST_SEED}
          step={1}
          value={seed}
          onChange={({ target }) => {
            if (target.validity.valid && target.value !== '')
              annotator.setLabSeed(target.valueAsNumber);
          }}
        />
      </label>
      <button
        type="button"
        className="button quiet"
        onMouseDown={keepFocus}
        onClick={() => annotator.setLabSeed((seed + 1) % (MOST_SEED + 1))}
      >
        {t('lab.reseed')}
      </button>
    </div>
  );
}

/** Why nobody can be asked, or nothing. */
function Ask() {
  const annotator = useAnnotator();
  const hasSteps = useLab((lab) => lab.steps.length > 0);
  const isBusy = useLab((lab) => lab.work !== null);
  const objects = useDocument((state) => state.objects);
  const hasSubject = useView((view) => subjectOf({ objects }, view) !== null);
  const why = !hasSteps ? t('lab.needsStack') : hasSubject ? null : t('lab.needsPrompt');
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={why !== null || isBusy}
        onMouseDown={keepFocus}
        onClick={() => void annotator.askInLab()}
      >
        {t('lab.ask')}
      </button>
      {why && <p className="hint">{why}</p>}
    </>
  );
}

function Status() {
  const work = useLab((lab) => lab.work);
  const failure = useLab((lab) => lab.failure);
  if (work === 'running') return null;
  if (work)
    return (
      <p className="hint" role="status">
        {t(`lab.${work}`)}
      </p>
    );
  if (!failure) return null;
  return (
    <p className="data-failure" role="alert">
      {failure.kind === 'unreadable'
        ? t('lab.failures.unreadable')
        : t(`lab.failures.${failure.kind}`, { detail: failure.detail })}
    </p>
  );
}

function Close() {
  const annotator = useAnnotator();
  const keys = useKeyWords('lab');
  return (
    <div className="data-buttons">
      <button
        type="button"
        className="button quiet"
        onMouseDown={keepFocus}
        onClick={() => annotator.setLab(false)}
      >
        {t('lab.close')} {keys && <kbd className="wide-only">{keys}</kbd>}
      </button>
    </div>
  );
}

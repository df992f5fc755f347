import { CircleAlert, LoaderCircle, Turtle, X } from 'lucide-react';
import { useState } from 'react';
import { describeEngineProblem } from '../../engine/describe.ts';
import type { EngineStatus } from '../../engine/engine.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useEngine } from '../kit/annotator.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { backendWords } from '../model/engine-words.ts';
import { ReportButton } from '../model/ReportButton.tsx';

/** Above the photo, when the engine has something to say that changes what the person can do. */
export function EngineAlert() {
  const status = useEngine((state) => state);
  switch (status.phase.kind) {
    case 'failed':
      return <Failed status={status} reason={describeEngineProblem(status.phase.problem)} />;
    case 'recovering':
      return (
        <div className="engine-alert" role="status">
          <LoaderCircle aria-hidden size={18} className="spin" />
          <p>
            {t('shell.engine.recovering', {
              problem: describeEngineProblem(status.phase.problem),
            })}
          </p>
        </div>
      );
    default:
      return <Degraded status={status} />;
  }
}

function Failed({ status, reason }: { readonly status: EngineStatus; readonly reason: string }) {
  const annotator = useAnnotator();
  const canTryCpu = status.choice !== 'wasm-single';
  return (
    <div className="engine-alert error" role="alert">
      <CircleAlert aria-hidden size={18} strokeWidth={1.75} />
      <div>
        <p>
          <strong>{t('shell.engine.notRunning')}</strong> {reason}
        </p>
        <div className="engine-alert-actions">
          <button
            type="button"
            className="button primary"
            onClick={() => void annotator.chooseBackend(status.choice)}
          >
            {t('shell.engine.tryAgain')}
          </button>
          {canTryCpu && (
            <button
              type="button"
              className="button"
              onClick={() => void annotator.chooseBackend('wasm-single')}
            >
              {t('shell.engine.useOneThread')}
            </button>
          )}
          <ReportButton />
        </div>
      </div>
    </div>
  );
}

const RUNNING: ReadonlySet<string> = new Set(['ready', 'encoding', 'decoding']);

/** Said once per reason (all of them are in the Model panel): a slower backend was taken because the better ones can't run here. */
function Degraded({ status }: { readonly status: EngineStatus }) {
  const [best] = status.rejections;
  const reason = best?.problem.kind ?? '';
  const [seen, setSeen] = useState(readSeen);
  const isRunning = RUNNING.has(status.phase.kind);
  const isOnCpu = status.backend === 'wasm-threads' || status.backend === 'wasm-single';
  if (!isRunning || !isOnCpu || status.choice !== 'auto' || !best || seen === reason) return null;
  return (
    <div className="engine-alert" role="status">
      <Turtle aria-hidden size={18} strokeWidth={1.75} />
      <p>
        <strong>{t('shell.engine.runningOn', { backend: backendWords(status) })}</strong>{' '}
        {t('shell.engine.onlySlower')} {describeEngineProblem(best.problem)}
      </p>
      <IconButton
        icon={X}
        label={t('shell.dismiss')}
        tip="left"
        onClick={() => {
          writeSeen(reason);
          setSeen(reason);
        }}
      />
    </div>
  );
}

const KEY = 'robustsam-annotator.degraded-seen';

function readSeen(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function writeSeen(reason: string): void {
  try {
    localStorage.setItem(KEY, reason);
  } catch {
    // Storage may be blocked: then it is said again after a reload.
  }
}

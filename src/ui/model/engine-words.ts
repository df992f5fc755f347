import { backendLabel } from '../../engine/backend-label.ts';
import type { EnginePhase, EngineStatus } from '../../engine/engine.ts';
import type { Backend } from '../../engine/protocol.ts';
import { t } from '../../words/words.ts';
import { formatBytesOf, formatDuration, formatSeconds } from '../kit/format.ts';

/** For lists where the number of threads does not matter. */
export function backendName(backend: Backend): string {
  return t(`engineStatus.backends.${backend}`);
}

/** The backend in use: "WebGPU fp16", "CPU, 2 threads". */
export function backendWords({ backend, threads }: EngineStatus): string {
  return backend === null ? t('engineStatus.noBackend') : backendLabel(backend, threads);
}

/** One line that says what the engine does; `now` is performance.now(). */
export function phaseWords(status: EngineStatus, now: number): string {
  const { phase } = status;
  switch (phase.kind) {
    case 'loading': {
      const progress = formatBytesOf(phase.loadedBytes, phase.totalBytes);
      return t('engineStatus.loading', { progress });
    }
    case 'checking':
    case 'warming':
      return tryingWords(phase.kind, status);
    case 'ready':
      return readyWords(status);
    case 'encoding':
      return t(isForPlain(status) ? 'engineStatus.encodingForPlain' : 'engineStatus.encoding', {
        progress: encodingWords(phase, now),
      });
    default:
      return t(`engineStatus.${phase.kind}`);
  }
}

/** Where plain SAM is the set's second model: then it matters for whom. */
function isForPlain({ phase, kinds }: EngineStatus): boolean {
  return phase.kind === 'encoding' && phase.model === 'plain' && kinds[0] !== 'plain';
}

/** The number of threads is known only once the backend runs. */
function tryingWords(step: 'checking' | 'warming', { backend }: EngineStatus): string {
  return backend === 'wasm-threads'
    ? t(`engineStatus.${step}Cpu`)
    : t(`engineStatus.${step}`, { backend: backendName(backend ?? 'wasm-single') });
}

function readyWords(status: EngineStatus): string {
  const backend = backendWords(status);
  const last = status.lastDecodeMilliseconds;
  return last === null
    ? t('engineStatus.ready', { backend })
    : t('engineStatus.readyAndTime', { backend, time: formatDuration(last) });
}

/** "1.2 s of about 2.4 s"; once it takes longer, that it does. */
export function encodingWords(
  phase: Extract<EnginePhase, { kind: 'encoding' }>,
  now: number,
): string {
  const took = Math.max(0, now - phase.startedAt);
  const expected = phase.expectedMilliseconds;
  const done = formatSeconds(took);
  if (expected === null) return done;
  const total = formatDuration(expected);
  return t(took > expected ? 'format.timeOver' : 'format.timeOf', { done, total });
}

/** How far the phase is, 0 to 1; null when nobody knows. */
export function phaseProgress(phase: EnginePhase, now: number): number | null {
  if (phase.kind === 'loading')
    return phase.totalBytes > 0 ? phase.loadedBytes / phase.totalBytes : null;
  if (phase.kind !== 'encoding' || phase.expectedMilliseconds === null) return null;
  // Longer than last time: waits just short of the end.
  return Math.min((now - phase.startedAt) / phase.expectedMilliseconds, 0.97);
}

export function isBusy({ kind }: EnginePhase): boolean {
  return kind !== 'off' && kind !== 'ready' && kind !== 'failed';
}

import { backendLabel } from '../engine/describe.ts';
import type { EnginePhase, EngineStatus } from '../engine/engine.ts';
import type { Backend } from '../engine/protocol.ts';
import { formatBytesOf, formatDuration } from './format.ts';

/** For lists where the number of threads does not matter. */
export const BACKEND_NAMES: Readonly<Record<Backend, string>> = {
  'webgpu-fp16': 'WebGPU fp16',
  'webgpu-fp32': 'WebGPU fp32',
  'wasm-threads': 'CPU, several threads',
  'wasm-single': 'CPU, 1 thread',
};

/** The backend in use: "WebGPU fp16", "CPU, 2 threads". */
export function backendWords({ backend, threads }: EngineStatus): string {
  return backend === null ? 'no backend yet' : backendLabel(backend, threads);
}

/** One line that says what the engine does; `now` is performance.now(). */
export function phaseWords(status: EngineStatus, now: number): string {
  const { phase } = status;
  switch (phase.kind) {
    case 'off':
      return 'Model not loaded';
    case 'loading':
      return `Loading model: ${formatBytesOf(phase.loadedBytes, phase.totalBytes)}`;
    case 'checking':
      return `Checking ${triedWords(status)}`;
    case 'warming':
      return `Warming up ${triedWords(status)}`;
    case 'ready':
      return readyWords(status);
    case 'encoding':
      return `Encoding photo: ${encodingWords(phase, now)}`;
    case 'decoding':
      return 'Finding the mask';
    case 'recovering':
      return 'Restarting the model';
    case 'failed':
      return 'Model stopped';
  }
}

/** The number of threads is known only once the backend runs. */
function triedWords({ backend }: EngineStatus): string {
  return backend === 'wasm-threads' ? 'the CPU' : BACKEND_NAMES[backend ?? 'wasm-single'];
}

function readyWords(status: EngineStatus): string {
  const last = status.lastDecodeMilliseconds;
  const timing = last === null ? '' : ` · ${formatDuration(last)}`;
  return `Ready · ${backendWords(status)}${timing}`;
}

/** "1.2 s of about 2.4 s". */
export function encodingWords(
  phase: Extract<EnginePhase, { kind: 'encoding' }>,
  now: number,
): string {
  const elapsed = `${(Math.max(0, now - phase.startedAt) / 1000).toFixed(1)} s`;
  const expected = phase.expectedMilliseconds;
  return expected === null ? elapsed : `${elapsed} of about ${formatDuration(expected)}`;
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

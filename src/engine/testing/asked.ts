import type { ModelKind } from '../../contract/model-kind.ts';
import type { Engine } from '../engine.ts';
import type { EverythingStep } from '../everything.ts';
import type { Decoded, DecodeOutcome } from '../protocol.ts';

export function photo(photoId: string, model: ModelKind = 'robust') {
  const size = { width: 1, height: 1 };
  return {
    photoId,
    model,
    photoSize: size,
    image: { size, rgb: new Uint8Array(3) },
    isClear: false,
  };
}

export function click(photoId: string, x: number) {
  const step = { kind: 'point', at: { x, y: 0 }, label: 'include', candidate: null } as const;
  return { photoId, model: 'robust', prompt: [step] } as const;
}

/** x of the click a prompt begins with. */
export function xOf(
  prompt: ReturnType<typeof click>['prompt'] | Parameters<Engine['preview']>[0]['prompt'],
): number {
  const [step] = prompt;
  return step?.kind === 'point' ? step.at.x : Number.NaN;
}

/** An answer that was kept: only its mask was made. */
const STEPS = { feeds: 0, decoder: 0, choice: 0, mask: 1, tidy: 0 };

/** A mask that tells which click it answers. */
export function decoded(x: number): Decoded {
  const mask = { size: { width: 1, height: 1 }, runs: Uint32Array.of(x) };
  return { mask, tidied: null, token: 0, candidates: [], milliseconds: 1, steps: STEPS };
}

/** A piece, a crop that is needed, the end. */
export function stepsOfARun(): EverythingStep[] {
  const progress = (done: number) => ({ done, total: 2, found: 0 });
  const box = { x0: 0, y0: 0, x1: 1, y1: 1 };
  return [
    { kind: 'working', progress: progress(1) },
    { kind: 'needs-crop', box, progress: progress(2) },
    { kind: 'finished', masks: [] },
  ];
}

export function answer(x: number): DecodeOutcome {
  return { ok: true, value: decoded(x) };
}

export function signal(): AbortSignal {
  return new AbortController().signal;
}

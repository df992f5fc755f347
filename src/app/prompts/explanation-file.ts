import type { EngineStatus } from '../../engine/engine.ts';
import type { Explained } from '../../engine/explained.ts';
import { bytesToBase64 } from '../../formats/text/base64.ts';
import { download } from '../files/save-file.ts';
import type { LiveMask } from '../state/view.ts';

/** An answer, how a model came to it, and on what it ran. */
export interface Explanation {
  readonly answer: LiveMask;
  readonly explained: Explained;
  readonly engine: EngineStatus;
  /** Milliseconds from the answer to its first frame; null where none was painted. */
  readonly drawnIn: number | null;
}

const VERSION = 1;

/**
 * A JSON text for a bug report: all figures, and the logits as base64 of little-endian float32 [256, 256]. What shows the
 * photo itself stays out: its name, its pixels and the encoder's tensors.
 */
export function explanationText({ answer, explained, engine, drawnIn }: Explanation): string {
  const { masks, maskPrompt, tensors, likeness, ...facts } = explained;
  const { token, isTidied, isZoomed, tidied, prompt, candidates } = answer;
  const { backend, threads, adapter, set } = engine;
  const content = {
    what: 'robustsam-annotator-click',
    version: VERSION,
    ranOn: { backend, threads, adapter, set: set?.id ?? null, precision: set?.precision ?? null },
    prompt,
    ...facts,
    answer: {
      token,
      candidates,
      isTidied,
      specks: tidied?.specks ?? 0,
      holes: tidied?.holes ?? 0,
      isZoomed,
    },
    milliseconds: timesOf({ answer, engine, drawnIn }),
    masks: masks.map(({ logits, ...mask }) => ({ ...mask, logits: toBase64(logits) })),
    maskPrompt: maskPrompt && { token: maskPrompt.token, logits: toBase64(maskPrompt.logits) },
    tensors: tensors.map(({ name, shape, shares }) => ({ name, shape, shares })),
    likeness: likeness && { names: likeness.names, mean: likeness.mean },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

export function saveExplanation(explanation: Explanation): void {
  const text = explanationText(explanation);
  download(new Blob([text], { type: 'application/json' }), 'click.json');
}

/** Milliseconds by step; null where a step was not taken. */
export interface ClickTimes {
  readonly encode: number | null;
  readonly encodePrepare: number | null;
  readonly encodeEncoder: number | null;
  readonly encodeRead: number | null;
  /** Whatever of the answer's time no step of the worker took. */
  readonly queue: number;
  readonly feeds: number;
  readonly decoder: number;
  readonly choice: number;
  readonly mask: number;
  readonly tidy: number;
  readonly zoom: number | null;
  readonly drawing: number | null;
  /** From the click to the mask on screen, without the zoom refine. */
  readonly total: number;
}

export function timesOf({
  answer: { steps, answeredIn, zoomedIn },
  engine: { lastEncodeMilliseconds, lastEncodeSteps },
  drawnIn,
}: Pick<Explanation, 'answer' | 'engine' | 'drawnIn'>): ClickTimes {
  const inWorker = Object.values(steps).reduce((sum, time) => sum + time, 0);
  return {
    encode: lastEncodeMilliseconds,
    encodePrepare: lastEncodeSteps?.prepare ?? null,
    encodeEncoder: lastEncodeSteps?.encoder ?? null,
    encodeRead: lastEncodeSteps?.read ?? null,
    queue: Math.max(0, answeredIn - inWorker),
    ...steps,
    zoom: zoomedIn,
    drawing: drawnIn,
    total: answeredIn + (drawnIn ?? 0),
  };
}

function toBase64({ buffer, byteOffset, byteLength }: Float32Array): string {
  return bytesToBase64(new Uint8Array(buffer, byteOffset, byteLength));
}

import type { EverythingStep, EverythingStepRequest } from '../../everything.ts';
import type { Decoder } from '../decoder.ts';
import { encodePhoto } from '../encoder.ts';
import type { Seen } from '../kept.ts';
import type { Model } from '../model.ts';
import { type EverythingRun, startEverything } from './run.ts';

/** The run that is under way: one at a time. */
export interface Everything {
  step(request: EverythingStepRequest, photo: Seen): Promise<EverythingStep>;
  /** Frees what the run in work holds. */
  forget(): void;
}

export function createEverything(
  { runtime, sessions }: Pick<Model, 'runtime' | 'sessions'>,
  decoder: Decoder,
): Everything {
  let current: { readonly id: string; readonly run: EverythingRun } | null = null;

  function begin(request: EverythingStepRequest, { view }: Seen): EverythingRun {
    return startEverything(request, {
      decode: (embedding, prompt) =>
        sessions.withMemory(() => decoder.answerOnce(embedding, request.model, prompt)),
      // Crops are seen once and not kept: photos would fall out of the cache for them.
      encode: ({ box, image }) => {
        const photoSize = { width: box.x1 - box.x0, height: box.y1 - box.y0 };
        const key = `${request.runId} ${box.x0} ${box.y0} ${box.x1} ${box.y1}`;
        const asked = { photoSize, image };
        return sessions.withMemory(() => encodePhoto(runtime, sessions, { view, key }, asked));
      },
    });
  }

  return {
    async step(request, photo) {
      if (current?.id !== request.runId)
        current = { id: request.runId, run: begin(request, photo) };
      const step = await current.run.step(photo.embedding, request.crop);
      if (step.kind === 'finished') current = null;
      return step;
    },
    forget() {
      current = null;
    },
  };
}

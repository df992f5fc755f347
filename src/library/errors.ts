/**
 * What went wrong: `closed`: the engine was closed; `photo`: the photo can't be read; `prompt`: it can't be
 * answered; `files`: files of the package, of a runtime or of the model set are missing; `model`: the model can't be run.
 */
export type ErrorCode = 'closed' | 'photo' | 'prompt' | 'files' | 'model';

/** All that this package throws, beside the reason of a signal. */
export class RobustSamError extends Error {
  override readonly name = 'RobustSamError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

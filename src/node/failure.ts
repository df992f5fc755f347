/** What a person has to know, without a trace; the command ends with `exitCode`. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: number = FAILED,
  ) {
    super(message);
  }
}

export const FAILED = 1;
/** The command was not understood. */
export const MISUSED = 2;

/** As shells have it for Ctrl-C. */
export const STOPPED = 130;

export function misuse(message: string): Failure {
  return new Failure(message, MISUSED);
}

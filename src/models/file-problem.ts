/** Why a file of a model or of the runtime can't be used. */
export type FileProblem =
  /** Status 0: no connection, or it broke. */
  | { readonly kind: 'missing-file'; readonly file: string; readonly status: number }
  | { readonly kind: 'corrupt-file'; readonly file: string };

/** Carries a problem up a worker's own call stack. */
export class FileProblemError extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

export function missingFile(file: string, status: number): FileProblemError {
  return new FileProblemError({ kind: 'missing-file', file, status });
}

export function corruptFile(file: string): FileProblemError {
  return new FileProblemError({ kind: 'corrupt-file', file });
}

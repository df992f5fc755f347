/** Why a model set was not taken. */
export type SetProblem =
  | { readonly kind: 'no-storage' }
  /** Neither a zip nor a folder with a manifest in it. */
  | { readonly kind: 'not-a-zip' | 'no-manifest' | 'encrypted' }
  | { readonly kind: 'manifest'; readonly detail: string }
  | { readonly kind: 'unsafe-name' | 'double-name' | 'missing-file'; readonly name: string }
  | {
      readonly kind: 'size';
      readonly name: string;
      readonly expected: number;
      readonly got: number;
    }
  | { readonly kind: 'damaged'; readonly name: string }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'too-many-files'; readonly limit: number }
  /** `free` in bytes; null when the browser does not say. */
  | { readonly kind: 'disk-full'; readonly needed: number; readonly free: number | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unreadable'; readonly detail: string };

export type SetOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: SetProblem };

/** Carries a problem up the worker's own call stack. */
export class SetProblemError extends Error {
  readonly problem: SetProblem;

  constructor(problem: SetProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

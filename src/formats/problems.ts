import type { Size } from '../geometry/spaces.ts';

/** Why a file, or something in one, could not be taken in. */
export type ReadProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'too-large'; readonly megabytes: number }
  | { readonly kind: 'not-a-format' }
  | { readonly kind: 'broken'; readonly as: 'JSON' | 'XML' | 'YAML' | 'zip' | 'PNG' }
  /** Something is missing or of the wrong type; `at` says where, "images.3.width". */
  | { readonly kind: 'unexpected'; readonly at: string }
  | { readonly kind: 'bad-counts' }
  | { readonly kind: 'bad-polygon' }
  | { readonly kind: 'too-complicated' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'other-size'; readonly found: Size; readonly photo: Size }
  | { readonly kind: 'unknown-class' }
  | { readonly kind: 'unknown-photo' }
  | { readonly kind: 'ambiguous-photo' }
  | { readonly kind: 'unknown-shape'; readonly shape: string }
  | { readonly kind: 'empty-object' }
  | { readonly kind: 'unsafe-path' };

/** Thrown by readers; whoever walks over the items notes it and goes on with the next. */
export class FormatError extends Error {
  constructor(readonly problem: ReadProblem) {
    super(problem.kind);
    this.name = 'FormatError';
  }
}

/** What went wrong, as a problem; anything but a reader's own complaint is passed on. */
export function problemOf(error: unknown): ReadProblem {
  if (error instanceof FormatError) return error.problem;
  throw error;
}

/** Runs what complains by RangeError about bad numbers, and says instead what they were. */
export function orProblem<T>(problem: ReadProblem, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new FormatError(problem);
    throw error;
  }
}

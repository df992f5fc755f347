import type { Size } from '../geometry/spaces.ts';

/** Why a file, or something in one, could not be taken in. */
export type ReadProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'too-large'; readonly megabytes: number }
  | { readonly kind: 'not-a-format' }
  | { readonly kind: 'broken'; readonly as: 'JSON' | 'XML' | 'YAML' | 'zip' | 'PNG' }
  /** Something is missing or of the wrong type; `at` says where, "images.3.width". */
  | { readonly kind: 'unexpected'; readonly at: string }
  | { readonly kind: 'broken-line' }
  /** A picture that a label file names is not among the files. */
  | { readonly kind: 'no-picture'; readonly name: string }
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
  | { readonly kind: 'unsafe-path' }
  /** Text that is not UTF-8, nor anything else that is known. */
  | { readonly kind: 'unknown-encoding' }
  /** Recognised, but not read here. */
  | { readonly kind: 'not-read'; readonly format: string }
  /** Packed in a way that is not known, or with a password. */
  | { readonly kind: 'unknown-packing' }
  | { readonly kind: 'encrypted' };

/** What is good to know of a file that was read. */
export type ReadNote =
  /** Read as this encoding, which the file doesn't say. */
  | { readonly kind: 'guessed-encoding'; readonly encoding: string }
  /** Keypoints of an object whose box or outline was read. */
  | { readonly kind: 'keypoints' }
  /** Run lengths that end before the photo does, as some tools cut them off; the rest is background. */
  | { readonly kind: 'short-counts' }
  /** A ring of a polygon that is none; the others were read. */
  | { readonly kind: 'broken-ring' }
  /** Parts of an object with boxes of their own, as VOC has them. */
  | { readonly kind: 'parts' }
  /** A mask of many colours or greys, of which each pixel was made object or none. */
  | { readonly kind: 'thresholded' };

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

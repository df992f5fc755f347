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

/** What is wrong and what to do about it, in plain English. */
export function describeSetProblem(problem: SetProblem): string {
  switch (problem.kind) {
    case 'no-storage':
      return 'This browser gives the page no place to keep a model set. A private window may be the reason.';
    case 'not-a-zip':
      return 'It is not a zip file, or its end is missing. Choose the zip or the folder that the export has made.';
    case 'no-manifest':
      return 'There is no manifest.json in it. Choose the zip or the folder that the export has made.';
    case 'encrypted':
      return 'The zip is encrypted. Pack it again without a password.';
    case 'manifest':
      return `Its manifest.json is not one of a model set of this version of the app (${problem.detail}). Export it again.`;
    case 'unsafe-name':
      return `It holds a file called “${problem.name}”, which points out of its folder. Don’t trust where it came from.`;
    case 'double-name':
      return `It holds “${problem.name}” twice. Pack the exported folder again.`;
    case 'missing-file':
      return `The file ${problem.name} is missing. Pack or copy the exported folder again.`;
    case 'size':
      return `The file ${problem.name} should have ${problem.expected} bytes and has ${problem.got}. Copy it again.`;
    case 'damaged':
      return `The file ${problem.name} is damaged: its checksum is not the manifest’s. Copy it again.`;
    case 'too-large':
      return `It is too large: ${megabytes(problem.bytes)}, and the app takes ${megabytes(problem.limit)} at most.`;
    case 'too-many-files':
      return `It holds more than ${problem.limit} files, so it is not one model set.`;
    case 'disk-full':
      return problem.free === null
        ? `There is not enough room for its ${megabytes(problem.needed)}. Remove another set or free some disk space.`
        : `There is not enough room: it needs ${megabytes(problem.needed)} and this browser leaves ${megabytes(problem.free)}. Remove another set or free some disk space.`;
    case 'cancelled':
      return 'Cancelled.';
    case 'unreadable':
      return `It could not be read: ${problem.detail}.`;
  }
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}

/** Carries a problem up the worker's own call stack. */
export class SetProblemError extends Error {
  readonly problem: SetProblem;

  constructor(problem: SetProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

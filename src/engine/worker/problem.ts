import { FileProblemError } from '../../models/file-problem.ts';
import type { EngineProblem, Outcome } from '../protocol.ts';

/** Carries a problem up the worker's own call stack; it never crosses the thread (comlink would lose its fields). */
export class ProblemError extends Error {
  readonly problem: EngineProblem;

  constructor(problem: EngineProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

/** Every way out of `work` as a value. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** What went wrong, from whatever was thrown; ONNX Runtime throws strings, numbers and Errors. */
export function problemOf(error: unknown): EngineProblem {
  if (error instanceof ProblemError || error instanceof FileProblemError) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return isOutOfMemory(error, detail) ? { kind: 'out-of-memory' } : { kind: 'runtime', detail };
}

function isOutOfMemory(error: unknown, detail: string): boolean {
  // Emscripten throws the address of a C++ exception as a bare number when the heap can't grow.
  if (typeof error === 'number') return true;
  return /out of memory|bad_alloc|failed to allocate|allocation failed|could not allocate/i.test(
    detail,
  );
}

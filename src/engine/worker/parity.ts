import type { ListedFile } from '../../models/manifest.ts';
import type { Precision } from '../protocol.ts';
import { readText } from './files.ts';
import { floatsOf } from './floats.ts';
import { ProblemError } from './problem.ts';
import type { Runtime } from './runtime.ts';
import { openSession } from './sessions.ts';

/** `manifest.json` of the self-test, which belongs to the app and not to a model set. */
export interface SelfTestManifest {
  readonly answers: ListedFile;
  readonly graphs: readonly (ListedFile & { readonly precision: Precision })[];
}

/** Throws a FileProblemError when there is no manifest. */
export async function fetchSelfTest(baseUrl: string): Promise<SelfTestManifest> {
  return JSON.parse(await readText('manifest.json', new URL('manifest.json', baseUrl).href));
}

/** Known answers of the self-test graph: row-major float32 numbers, largest absolute error allowed. */
interface ParityAnswers {
  readonly input: {
    readonly name: string;
    readonly shape: readonly number[];
    readonly data: readonly number[];
  };
  readonly outputs: Readonly<Record<string, ParityCase>>;
}

interface ParityCase {
  readonly data: readonly number[];
  readonly tolerance: Readonly<Record<Precision, number>>;
}

/**
 * Runs the self-test graph, whose outputs are small cases of what the model is made of. Throws a
 * ProblemError that names the first case with a wrong answer.
 */
export async function checkParity(
  runtime: Runtime,
  precision: Precision,
  graph: Uint8Array,
  answers: ParityAnswers,
): Promise<void> {
  const session = await openSession(runtime, { graph, weights: [] });
  const { name, shape, data } = answers.input;
  const input = new runtime.ort.Tensor('float32', Float32Array.from(data), shape);
  const outputs = await session.run({ [name]: input });
  for (const [name, { data, tolerance }] of Object.entries(answers.outputs)) {
    const output = outputs[name];
    const error = largestError(output ? await floatsOf(output) : [], data);
    if (!(error <= tolerance[precision])) {
      throw new ProblemError({ kind: 'parity', case: name, error });
    }
  }
  await session.release();
}

/** NaN when any answer is, so it can't pass for small. */
export function largestError(got: ArrayLike<number>, known: readonly number[]): number {
  if (got.length !== known.length) return Number.POSITIVE_INFINITY;
  return known.reduce((largest, value, i) => Math.max(largest, Math.abs((got[i] ?? 0) - value)), 0);
}

export function parseAnswers(file: Uint8Array): ParityAnswers {
  return JSON.parse(new TextDecoder().decode(file));
}

/** For tests of the fall-back: known answers that no backend gives. */
export function spoil(answers: ParityAnswers): ParityAnswers {
  const [entry] = Object.entries(answers.outputs);
  if (!entry) return answers;
  const [name, first] = entry;
  const data = first.data.map((value) => value + 1);
  return { ...answers, outputs: { ...answers.outputs, [name]: { ...first, data } } };
}

import type { InferenceSession } from 'onnxruntime-web';
import { contract, type GraphName, type TensorSpec } from '../../contract/contract.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { EngineProblem } from '../protocol.ts';

type ContractProblem = Extract<EngineProblem, { kind: 'contract' }>;
type Tensors = readonly InferenceSession.ValueMetadata[];
/** Value of a dimension that is fixed in this file but named in the contract. */
export type Bindings = Readonly<Record<string, number>>;

interface Expected {
  readonly bindings?: Bindings;
  /** Optional tensors that the set's other graphs have. */
  readonly has?: readonly string[];
  /** Tensors for other kinds are not asked for; all kinds if left out. */
  readonly kinds?: readonly ModelKind[];
}

/**
 * Compares what a loaded session takes and gives with the contract; null when they agree. An
 * input the contract doesn't know is wrong (nobody would feed it); an extra output is not.
 */
export function checkContract(
  file: string,
  graph: GraphName,
  session: Pick<InferenceSession, 'inputMetadata' | 'outputMetadata'>,
  { bindings = {}, has = [], kinds = ['robust', 'plain'] }: Expected = {},
): ContractProblem | null {
  const { inputs, outputs } = contract.graphs[graph];
  const known = new Set(Object.keys(inputs));
  const asked = (specs: Specs) => askedOf(specs, kinds, has);
  const unknown = session.inputMetadata.find(({ name }) => !known.has(name));
  const difference =
    firstDifference(asked(inputs), session.inputMetadata, bindings) ??
    firstDifference(asked(outputs), session.outputMetadata, bindings) ??
    (unknown && { tensor: unknown.name, expected: 'no-input', got: codeOf(unknown) });
  return difference ? { kind: 'contract', file, ...difference } : null;
}

type Specs = Readonly<Record<string, TensorSpec>>;

function askedOf(specs: Specs, kinds: readonly string[], has: readonly string[]): Specs {
  const isAsked = ([name, { kind, optional }]: [string, TensorSpec]) =>
    (!kind || kinds.includes(kind)) && (!optional || has.includes(name));
  return Object.fromEntries(Object.entries(specs).filter(isAsked));
}

function firstDifference(
  specs: Specs,
  tensors: Tensors,
  bindings: Bindings,
): { tensor: string; expected: string; got: string } | null {
  for (const [name, { dtype, shape }] of Object.entries(specs)) {
    const spec = { dtype, shape: shape.map((dim) => bindings[dim] ?? dim) };
    const found = tensors.find((tensor) => tensor.name === name);
    if (!found || !matches(spec, found)) {
      return {
        tensor: name,
        expected: `${spec.dtype} [${spec.shape.join(', ')}]`,
        got: found ? codeOf(found) : 'no-tensor',
      };
    }
  }
  return null;
}

function matches(spec: TensorSpec, found: InferenceSession.ValueMetadata): boolean {
  return (
    found.isTensor &&
    found.type === spec.dtype &&
    found.shape.length === spec.shape.length &&
    spec.shape.every((dim, i) => dimensionMatches(dim, found.shape[i] ?? Number.NaN))
  );
}

/** A variable dimension of the file (named, or -1) takes any size; a fixed one only its own. */
function dimensionMatches(expected: number | string, got: number | string): boolean {
  const variable = typeof got === 'string' || got < 0;
  return variable || got === expected;
}

function codeOf(tensor: InferenceSession.ValueMetadata): string {
  return tensor.isTensor ? `${tensor.type} [${tensor.shape.join(', ')}]` : 'not-a-tensor';
}

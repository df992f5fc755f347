import type { Size } from '../../geometry/spaces.ts';
import type { Backend, Precision } from '../protocol.ts';
import { request } from './files.ts';

/** `manifest.json` beside the model files, written by training/prepare_base.py. The first model is used. */
interface Manifest {
  readonly models: readonly [ModelEntry, ...ModelEntry[]];
  readonly parity: { readonly answers: ListedFile; readonly graphs: readonly ListedGraph[] };
}

interface ModelEntry {
  readonly id: string;
  readonly name: string;
  /** The graphs of a part, for each precision and input size, share one file of weights. */
  readonly encoder: { readonly weights: ListedFile; readonly graphs: readonly ListedEncoder[] };
  readonly decoder: { readonly weights: ListedFile; readonly graphs: readonly ListedGraph[] };
}

/** `name` is also the path under which graphs refer to a file of weights. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

interface ListedGraph extends ListedFile {
  readonly precision: Precision;
}

interface ListedEncoder extends ListedGraph {
  readonly input: Size;
}

/** What one precision needs of all that. */
export interface ModelFiles {
  readonly id: string;
  readonly name: string;
  readonly parity: { readonly answers: ListedFile; readonly graph: ListedFile };
  readonly decoder: { readonly weights: ListedFile; readonly graph: ListedFile };
  readonly encoder: { readonly weights: ListedFile; readonly graphs: readonly ListedEncoder[] };
}

/** Throws a ProblemError when there is no manifest. */
export async function fetchManifest(modelBaseUrl: string): Promise<Manifest> {
  const response = await request('manifest.json', new URL('manifest.json', modelBaseUrl).href);
  return (await response.json()) as Manifest;
}

export function precisionOf(backend: Backend): Precision {
  return backend === 'webgpu-fp16' ? 'fp16' : 'fp32';
}

export function modelFiles({ models, parity }: Manifest, precision: Precision): ModelFiles {
  const [{ id, name, encoder, decoder }] = models;
  return {
    id,
    name,
    parity: { answers: parity.answers, graph: graphFor(parity.graphs, precision) },
    decoder: { weights: decoder.weights, graph: graphFor(decoder.graphs, precision) },
    encoder: {
      weights: encoder.weights,
      graphs: encoder.graphs.filter((graph) => graph.precision === precision),
    },
  };
}

function graphFor(graphs: readonly ListedGraph[], precision: Precision): ListedGraph {
  const graph = graphs.find((candidate) => candidate.precision === precision);
  if (!graph) throw new RangeError(`the manifest lists no ${precision} graph`);
  return graph;
}

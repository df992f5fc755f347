import type { Size } from '../../geometry/spaces.ts';
import type { Backend, ModelKind, Precision } from '../protocol.ts';
import { request } from './files.ts';
import { ProblemError } from './problem.ts';

/** `manifest.json` of a model set; training/README.md says what else it holds. */
export interface Manifest {
  readonly version: number;
  readonly id: string;
  readonly name: string;
  readonly provenance: { readonly summary: string };
  readonly graphs: {
    readonly encoder: Part<ListedEncoder>;
    readonly decoder: Part<ListedGraph>;
    /** Left out where the set is plain SAM alone. */
    readonly robust_decoder?: Part<ListedGraph>;
  };
}

/** The graphs of a part, for each precision and input size, share the files of weights. */
interface Part<Graph extends ListedGraph> {
  readonly weights: readonly ListedFile[];
  readonly graphs: readonly Graph[];
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

export interface DecoderFiles {
  readonly weights: readonly ListedFile[];
  readonly graph: ListedFile;
}

/** What one precision needs of a set. */
export interface SetFiles {
  readonly encoder: Part<ListedEncoder>;
  readonly decoders: { readonly robust: DecoderFiles | null; readonly plain: DecoderFiles };
}

const VERSION = 2;

/** Throws a ProblemError when there is no manifest or it is of another version. */
export async function fetchManifest(setBaseUrl: string): Promise<Manifest> {
  const response = await request('manifest.json', new URL('manifest.json', setBaseUrl).href);
  const manifest = (await response.json()) as Manifest;
  if (manifest.version === VERSION) return manifest;
  throw new ProblemError({ kind: 'corrupt-file', file: 'manifest.json' });
}

export function precisionOf(backend: Backend): Precision {
  return backend === 'webgpu-fp16' ? 'fp16' : 'fp32';
}

export function setFiles({ graphs }: Manifest, precision: Precision): SetFiles {
  const { encoder, decoder, robust_decoder } = graphs;
  const one = ({ weights, graphs }: Part<ListedGraph>) => ({
    weights,
    graph: graphOf(graphs, precision),
  });
  return {
    encoder: {
      weights: encoder.weights,
      graphs: encoder.graphs.filter((graph) => graph.precision === precision),
    },
    decoders: { robust: robust_decoder ? one(robust_decoder) : null, plain: one(decoder) },
  };
}

/** Who can answer, the default first. */
export function kindsOf({ decoders }: SetFiles): readonly ModelKind[] {
  return decoders.robust ? ['robust', 'plain'] : ['plain'];
}

/** Every file once, though decoders share weights. */
export function listedFiles({ encoder, decoders }: SetFiles): readonly ListedFile[] {
  const parts = [decoders.robust, decoders.plain].filter((part) => part !== null);
  const files = [
    ...parts.flatMap(({ graph, weights }) => [graph, ...weights]),
    ...encoder.weights,
    ...encoder.graphs,
  ];
  return [...new Map(files.map((file) => [file.name, file])).values()];
}

export function graphOf<Graph extends ListedGraph>(
  graphs: readonly Graph[],
  precision: Precision,
): Graph {
  const graph = graphs.find((candidate) => candidate.precision === precision);
  if (!graph) throw new RangeError(`the manifest lists no ${precision} graph`);
  return graph;
}

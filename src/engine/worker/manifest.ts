import type { ModelKind } from '../../contract/model-kind.ts';
import type { ListedEncoder, ListedFile, ListedGraph, Manifest } from '../../models/manifest.ts';
import type { Backend, Precision } from '../protocol.ts';
import type { Model } from './model.ts';
import { type EncoderName, type View, viewsOf } from './views.ts';

/** The graphs of a part, for each precision and input size, share the files of weights. */
interface Part<Graph> {
  readonly weights: readonly ListedFile[];
  readonly graphs: readonly Graph[];
}

export interface DecoderFiles {
  readonly weights: readonly ListedFile[];
  readonly graph: ListedFile;
}

export interface EncoderFiles extends Part<ListedEncoder> {
  readonly name: EncoderName;
}

/** What one precision needs of a set. */
export interface SetFiles {
  readonly encoders: readonly EncoderFiles[];
  readonly views: readonly View[];
  readonly decoders: { readonly robust: DecoderFiles | null; readonly plain: DecoderFiles };
}

/** On a CPU 8-bit integers, in which it is faster, where the set's encoder has them. */
export function precisionOf(backend: Backend, { graphs }: Manifest): Precision {
  if (backend === 'webgpu-fp16') return 'fp16';
  return backend.startsWith('wasm') && hasWhole(graphs.encoder) ? 'int8' : 'fp32';
}

function hasWhole({ graphs }: Part<ListedGraph>): boolean {
  return graphs.some(({ precision }) => precision === 'int8');
}

export function setFiles(manifest: Manifest, precision: Precision): SetFiles {
  const { encoder, robust_encoder, decoder, robust_decoder } = manifest.graphs;
  const seeing = (name: EncoderName, part: Part<ListedEncoder>) => ({
    name,
    weights: part.weights,
    graphs: part.graphs.filter((graph) => graph.precision === precision),
  });
  const one = (part: Part<ListedGraph>) => ({
    weights: part.weights,
    graph: graphOf(part.graphs, precision === 'int8' && !hasWhole(part) ? 'fp32' : precision),
  });
  return {
    encoders: [
      ...(robust_encoder ? [seeing('robust_encoder', robust_encoder)] : []),
      seeing('encoder', encoder),
    ],
    views: viewsOf(manifest),
    decoders: { robust: robust_decoder ? one(robust_decoder) : null, plain: one(decoder) },
  };
}

/** Who can answer, the default first. */
export function kindsOf({ decoders }: SetFiles): readonly ModelKind[] {
  return decoders.robust ? ['robust', 'plain'] : ['plain'];
}

/** What the app has to know of how a set was trained. */
export function traitsOf({
  provenance,
  official,
}: Pick<Manifest, 'provenance' | 'official'>): Pick<Model, 'isBlended' | 'isOfficial'> {
  const isBlended = provenance.head?.config?.model.parts.blend ?? false;
  return { isBlended, isOfficial: official ?? false };
}

/** Every file once, though parts share weights. */
export function listedFiles({ encoders, decoders }: SetFiles): readonly ListedFile[] {
  const parts = [decoders.robust, decoders.plain].filter((part) => part !== null);
  const files = [
    ...parts.flatMap(({ graph, weights }) => [graph, ...weights]),
    ...encoders.flatMap(({ weights, graphs }) => [...weights, ...graphs]),
  ];
  return [...new Map(files.map((file) => [file.name, file])).values()];
}

export function graphOf<Graph extends { readonly precision: Precision }>(
  graphs: readonly Graph[],
  precision: Precision,
): Graph {
  const graph = graphs.find((candidate) => candidate.precision === precision);
  if (!graph) throw new RangeError(`the manifest lists no ${precision} graph`);
  return graph;
}

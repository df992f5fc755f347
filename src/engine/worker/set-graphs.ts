import type { ModelKind } from '../../contract/model-kind.ts';
import type { DecoderFiles, SetFiles } from './manifest.ts';
import type { GraphFile, SetGraphs } from './sessions.ts';

/** Brings together what the sessions of a model set are made of. */
export async function readGraphs(
  { encoders, views, decoders }: SetFiles,
  bytesOf: (name: string) => Promise<Uint8Array>,
): Promise<SetGraphs> {
  const read = async ({ weights, graph }: DecoderFiles): Promise<GraphFile> => ({
    name: graph.name,
    graph: await bytesOf(graph.name),
    weights: await Promise.all(
      weights.map(async ({ name }) => ({ path: name, data: await bytesOf(name) })),
    ),
  });
  const opened = encoders.flatMap(({ name, weights, graphs: sizes }) =>
    sizes.map(async (graph) => ({
      ...(await read({ weights, graph })),
      encoder: name,
      input: graph.input,
    })),
  );
  const graphs = new Map<ModelKind, GraphFile>();
  if (decoders.robust) graphs.set('robust', await read(decoders.robust));
  graphs.set('plain', await read(decoders.plain));
  return { encoders: await Promise.all(opened), views, decoders: graphs };
}

import type { StoreApi } from 'zustand/vanilla';
import type { EngineStatus } from '../../engine/engine.ts';
import type { Decoding } from '../prompts/decoding.ts';
import type { Context } from '../state/context.ts';
import type { AheadState } from './ahead-state.ts';
import { createEmbeddingCache, type EmbeddingCacheVerbs } from './embedding-cache.ts';
import { type AheadVerbs, createEncodingAhead } from './encoding-ahead.ts';
import { createModelSetVerbs, type ModelSetVerbs, type SetParts } from './model-sets.ts';
import type { ModelSetsState } from './model-sets-state.ts';

/** Which model runs, on what, and what it has said of photos. */
export interface ModelVerbs extends ModelSetVerbs, EmbeddingCacheVerbs, AheadVerbs {
  readonly engine: StoreApi<EngineStatus>;
}

interface Stores {
  readonly modelSets: StoreApi<ModelSetsState>;
  readonly ahead: StoreApi<AheadState>;
}

export function createModel(
  context: Context,
  { modelSets, ahead }: Stores,
  decoding: Decoding,
  parts: SetParts,
): ModelVerbs {
  return {
    engine: context.engine.status,
    ...createModelSetVerbs(context, modelSets, decoding, parts),
    ...createEmbeddingCache(context),
    ...createEncodingAhead(context, ahead),
  };
}

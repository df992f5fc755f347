import type { StoreApi } from 'zustand/vanilla';
import type { EngineStatus } from '../../engine/engine.ts';
import type { Decoding } from '../prompts/decoding.ts';
import type { Context } from '../state/context.ts';
import { createEmbeddingCache, type EmbeddingCacheVerbs } from './embedding-cache.ts';
import { type AheadVerbs, createEncodingAhead } from './encoding-ahead.ts';
import { createModelSetVerbs, type ModelSetVerbs, type SetParts } from './model-sets.ts';

/** Which model runs, on what, and what it has said of photos. */
export interface ModelVerbs extends ModelSetVerbs, EmbeddingCacheVerbs, AheadVerbs {
  readonly engine: StoreApi<EngineStatus>;
}

export function createModel(context: Context, decoding: Decoding, parts: SetParts): ModelVerbs {
  return {
    engine: context.engine.status,
    ...createModelSetVerbs(context, decoding, parts),
    ...createEmbeddingCache(context),
    ...createEncodingAhead(context),
  };
}

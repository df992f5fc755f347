import type { ModelKind } from '../contract/model-kind.ts';
import type { SeenPhoto } from './protocol.ts';

/** Which embeddings the worker has in memory, as far as is known on this side. */
export interface Embedded {
  has(photo: SeenPhoto): boolean;
  /** Kinds that see it alike come together. */
  add(photoId: string, kinds: readonly ModelKind[]): void;
  forget(photoId: string): void;
  forgetAllBut(photoId: string | undefined): void;
}

export function createEmbedded(): Embedded {
  const kindsByPhoto = new Map<string, ReadonlySet<ModelKind>>();
  return {
    has: ({ photoId, model }) => kindsByPhoto.get(photoId)?.has(model) ?? false,
    add(photoId, kinds) {
      kindsByPhoto.set(photoId, new Set([...(kindsByPhoto.get(photoId) ?? []), ...kinds]));
    },
    forget: (photoId) => void kindsByPhoto.delete(photoId),
    forgetAllBut(kept) {
      for (const photoId of kindsByPhoto.keys()) if (photoId !== kept) kindsByPhoto.delete(photoId);
    },
  };
}

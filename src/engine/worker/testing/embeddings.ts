import type { Embedding, ImageTensorName } from '../embedding.ts';

export const NAMES: readonly ImageTensorName[] = ['robust_embedding', 'image_embedding'];

/** A small one, of numbers that halves hold exactly. */
export function embeddingOf(key: string, seed = 1): Embedding {
  const data = (length: number) => Float32Array.from({ length }, (_, i) => ((i * seed) % 64) / 8);
  return {
    key,
    photo: { width: 60, height: 40 },
    input: { width: 30, height: 20 },
    tensors: new Map([
      ['robust_embedding', { data: data(24), shape: [1, 2, 3, 4] }],
      ['image_embedding', { data: data(6), shape: [1, 6] }],
    ]),
  };
}

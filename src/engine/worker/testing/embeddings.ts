import type { Embedding, ImageTensorName } from '../embedding.ts';

export const NAMES: readonly ImageTensorName[] = ['robust_embedding', 'image_embedding'];

/** A small one. */
export function embeddingOf(key: string, seed = 1): Embedding {
  const halves = (length: number) => Uint16Array.from({ length }, (_, i) => (i * seed) % 2 ** 16);
  return {
    key,
    photo: { width: 60, height: 40 },
    input: { width: 30, height: 20 },
    tensors: new Map([
      ['robust_embedding', { halves: halves(24), shape: [1, 2, 3, 4] }],
      ['image_embedding', { halves: halves(6), shape: [1, 6] }],
    ]),
  };
}

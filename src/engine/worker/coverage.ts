import { contract } from '../../contract/contract.ts';
import type { Size } from '../../geometry/spaces.ts';

/**
 * Share of the photo each mask covers, 0 to 1, counted in cells of the logits that lie on it.
 * `logits` is float32 [tokens, 256, 256]; `input` is the photo's part of the model's square input.
 */
export function coverageOf(logits: Float32Array, input: Size): number[] {
  const { size, tokens, threshold } = contract.mask;
  const columns = Math.max(1, Math.round((input.width * size) / contract.image.size));
  const rows = Math.max(1, Math.round((input.height * size) / contract.image.size));
  return Array.from({ length: tokens }, (_, token) => {
    let cells = 0;
    for (let y = 0; y < rows; y++) {
      const row = (token * size + y) * size;
      for (let i = row; i < row + columns; i++) if ((logits[i] ?? 0) > threshold) cells++;
    }
    return cells / (columns * rows);
  });
}

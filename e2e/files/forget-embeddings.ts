import { rmSync } from 'node:fs';
import { KNOWN_EMBEDDINGS } from './out.ts';

/** Each run encodes again, with the model and the code of now. */
export default function forgetEmbeddings(): void {
  rmSync(KNOWN_EMBEDDINGS, { recursive: true, force: true });
}

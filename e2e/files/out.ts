import { join } from 'node:path';

const OUT = join(import.meta.dirname, '..', 'out');

/** What tests of this run had encoded, as the app keeps it on the disk. */
export const KNOWN_EMBEDDINGS = join(OUT, 'embeddings');

/** How long each test took when it passed last. */
export const LAST_DURATIONS = join(OUT, 'durations.json');

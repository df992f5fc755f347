import { loadRestOfWords } from '../words.ts';

/** Tests say whatever the app says. */
await loadRestOfWords();

import { room } from './room.ts';
import { shell } from './shell.ts';

/** Korean. Sentences end in the polite -요 or -니다 form; buttons and titles are nouns. */
export const ko = { room, shell } as const;

import { room } from './room.ts';
import { shell } from './shell.ts';

/** English, by the part of the app that says it; the source of all keys. */
export const en = { room, shell } as const;

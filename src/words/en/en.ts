import { first } from './first/first.ts';
import { rest } from './rest.ts';

/** English, by the part of the app that says it; the source of all keys. Only its type is used in the app. */
export const en = { ...first, ...rest } as const;

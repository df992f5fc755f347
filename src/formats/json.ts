import * as v from 'valibot';
import { FormatError } from './problems.ts';

/** Throws a FormatError for text that is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FormatError({ kind: 'broken', as: 'JSON' });
  }
}

/** The value as the schema types it; else a FormatError that names the first place which differs. */
export function expectShape<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  at = '',
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const path = v.getDotPath(result.issues[0]);
  throw new FormatError({ kind: 'unexpected', at: [at, path].filter(Boolean).join('.') });
}

/** Attributes as any format may write them; what is neither text, number nor yes or no is left out. */
export function attributesFrom(value: unknown): [string, string | number | boolean][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter(
    (entry): entry is [string, string | number | boolean] =>
      ['string', 'boolean'].includes(typeof entry[1]) || Number.isFinite(entry[1]),
  );
}

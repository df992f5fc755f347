import * as v from 'valibot';
import type { Size } from '../../geometry/spaces.ts';
import { FormatError } from '../problems.ts';

/**
 * Also with NaN and Infinity bare, as Python writes them; both become null, which means absent.
 * Throws a FormatError for text that is no JSON.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parsePythonJson(text);
  }
}

/** A whole text in quotes, so words in it stay, or a bare number that is none. */
const STRING_OR_NO_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

function parsePythonJson(text: string): unknown {
  try {
    return JSON.parse(
      text.replace(STRING_OR_NO_NUMBER, (found) => (found.startsWith('"') ? found : 'null')),
    );
  } catch {
    throw new FormatError({ kind: 'broken', as: 'JSON' });
  }
}

/** A name, which may be a number: digits data sets have such. */
export const Name = v.pipe(v.union([v.string(), v.number(), v.boolean()]), v.transform(String));

/** A number, also in quotes. Null and NaN are none. */
export const LooseNumber = v.union([
  v.pipe(v.number(), v.finite()),
  v.pipe(v.string(), v.trim(), v.nonEmpty(), v.transform(Number), v.finite()),
]);

/** For what is not needed: whatever else stands there is as if nothing did. */
export function optional<const Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.nullish(schema), null);
}

/** Null unless both sides are given: some tools write 0 or nothing when they don't know. */
export function sizeFrom(width: unknown, height: unknown): Size | null {
  const sides = v.safeParse(v.tuple([Side, Side]), [width, height]);
  return sides.success ? { width: sides.output[0], height: sides.output[1] } : null;
}

const Side = v.pipe(LooseNumber, v.minValue(1));

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

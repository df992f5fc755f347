import * as v from 'valibot';
import type { Size } from '../../geometry/spaces.ts';
import { FormatError } from '../problems.ts';

/**
 * Also with NaN and Infinity bare, as Python writes them; both become null, which means absent. Also with comments and
 * commas before a bracket, as people write them. Integers that a number can't hold become text, digit by digit, so two
 * ids stay two. Throws a FormatError for text that is no JSON.
 */
export function parseJson(text: string): unknown {
  const exact = LONG_INTEGER.test(text) ? withLongIntegersAsText(text) : text;
  try {
    return JSON.parse(exact);
  } catch {
    return parseLooseJson(exact);
  }
}

const TEXT = String.raw`"(?:[^"\\]|\\.)*"`;
const INTEGER = String.raw`(?<![\w.+-])-?\d{16,}(?![\w.])`;
const LONG_INTEGER = new RegExp(INTEGER);
/** Mark by mark: a text of megabytes, as embedded photos are, is too long to be matched as a whole. */
const MARK_OR_LONG_INTEGER = new RegExp(String.raw`\\.|"|${INTEGER}`, 'g');

function withLongIntegersAsText(text: string): string {
  let isInText = false;
  return text.replace(MARK_OR_LONG_INTEGER, (found) => {
    if (found === '"') isInText = !isInText;
    const isExact = !/^-?\d/.test(found) || Number.isSafeInteger(Number(found));
    return isInText || isExact ? found : `"${found}"`;
  });
}

/** A whole text in quotes, so what is in it stays; a bare number that is none; a comment. */
const NO_NUMBER_OR_COMMENT = new RegExp(
  String.raw`${TEXT}|-?\b(?:NaN|Infinity)\b|\/\/[^\r\n]*|\/\*[\s\S]{0,10000}?\*\/`,
  'g',
);
const COMMA_TOO_MANY = new RegExp(String.raw`${TEXT}|,(?=\s*[\]}])`, 'g');

function parseLooseJson(text: string): unknown {
  try {
    const plain = text.replace(NO_NUMBER_OR_COMMENT, (found) => {
      if (found.startsWith('"')) return found;
      return found.startsWith('/') ? ' ' : 'null';
    });
    return JSON.parse(plain.replace(COMMA_TOO_MANY, (found) => (found === ',' ? '' : found)));
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

import { FormatError } from '../problems.ts';
import { guessEncoding, isChineseInDisguise } from './guess-encoding.ts';
import { decodeLatin } from './latin.ts';

export interface DecodedText {
  readonly text: string;
  /** The encoding, where it was guessed from the bytes alone; null: the file says it, or it is UTF-8. */
  readonly guessed: string | null;
}

/**
 * The text of bytes in whatever encoding: by its byte order mark, by zeros between letters, by what
 * an XML declaration says, as UTF-8, else by what the bytes look like. Throws a FormatError rather
 * than give replacement signs.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const said = markedEncoding(bytes) ?? declaredEncoding(bytes);
  if (said !== null) {
    const text = decodeAs(said, bytes);
    if (text !== null) return { text, guessed: null };
  }
  const plain = decodeAs('utf-8', bytes);
  // As many signs as bytes: all of them are ASCII.
  const isPlain = plain?.length === bytes.length;
  if (plain !== null && (isPlain || !isChineseInDisguise(bytes))) {
    return { text: plain, guessed: null };
  }
  const guessed = plain === null ? guessEncoding(bytes) : 'gbk';
  const text = guessed === null ? null : decodeAs(guessed, bytes);
  if (text === null) throw new FormatError({ kind: 'unknown-encoding' });
  return { text, guessed };
}

/** Null for bytes that are not of this encoding, and for one that nobody knows. */
function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return decoder.encoding === 'windows-1252' ? decodeLatin(bytes) : decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** By a byte order mark, or by the zeros of UTF-16 whose first two signs are ASCII. */
function markedEncoding([a, b, c, d]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a && b === 0 && c && d === 0) return 'utf-16le';
  if (a === 0 && b && c === 0 && d) return 'utf-16be';
  return null;
}

const DECLARATION_BYTES = 200;

/** Never UTF-16, whatever it says, as .NET writes it: the declaration could not be read as ASCII. */
function declaredEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x3c) return null;
  const start = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES));
  const said = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1];
  return said === undefined || /^(utf-?16|utf-?32|ucs-?[24]|iso-10646)/i.test(said) ? null : said;
}

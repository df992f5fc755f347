import { FormatError } from '../problems.ts';
import { decodeText } from '../text/decode.ts';
import { LIMITS } from './limits.ts';

/** A file of a data set that is being read: chosen, dropped, or in a zip. */
export interface SourceFile {
  /** With forward slashes, never leading out of its folder. */
  readonly path: string;
  /** Bytes; what a zip claims. */
  readonly size: number;
  /** All of it, or about the first `most` bytes. Throws a FormatError for more than `size` says. */
  read(most?: number): Promise<Uint8Array<ArrayBuffer>>;
}

export async function readBytes(file: SourceFile): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > LIMITS.fileBytes) {
    throw new FormatError({ kind: 'too-large', megabytes: Math.round(file.size / 2 ** 20) });
  }
  return file.read();
}

/** Longer than a string can be in some browsers. */
const MOST_TEXT_BYTES = 2 ** 29 - 64;

/** In whatever encoding; one that was guessed is told to `onGuess`. */
export async function readText(
  file: SourceFile,
  onGuess: (encoding: string) => void = () => {},
): Promise<string> {
  const bytes = await readBytes(file);
  if (bytes.length > MOST_TEXT_BYTES) {
    throw new FormatError({ kind: 'too-large', megabytes: Math.round(file.size / 2 ** 20) });
  }
  const { text, guessed } = decodeText(bytes);
  if (guessed !== null) onGuess(guessed);
  return text;
}

/** "a/b.json" for "./a//b.json"; a path that climbs or is absolute is refused with a FormatError. */
export function safePath(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const isAbsolute = parts[0] === '' || /^[a-z]:/i.test(path);
  if (isAbsolute || parts.includes('..') || path.includes('\0')) {
    throw new FormatError({ kind: 'unsafe-path' });
  }
  return parts.filter((part) => part !== '' && part !== '.').join('/');
}

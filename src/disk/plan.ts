/** A file as the document says it should be. */
export interface WantedFile {
  readonly path: string;
  /** SHA-256 of its content. */
  readonly digest: string;
  /** It says nothing: such a file is not made, and gives way to one that says something. */
  readonly isBlank: boolean;
}

/** What was last seen to agree: this file on the disk stood for that content. Both are digests. */
export interface KnownFile {
  readonly file: string;
  readonly wanted: string;
}

/**
 * `same`: nothing is to be done; `write`: only this app has changed it; `take`: only the disk says something;
 * `ask`: someone else has changed it.
 */
export type Verdict = 'same' | 'write' | 'take' | 'ask';

/** SHA-256 of nothing: a first writing that was cut off leaves such a file, and there is nothing in it to lose. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** What becomes of a file. `found`: digest of what is on the disk, null for nothing. Pure. */
export function verdictOn(
  { digest, isBlank }: Omit<WantedFile, 'path'>,
  known: KnownFile | null,
  found: string | null,
): Verdict {
  const there = known === null && found === EMPTY ? null : found;
  if (there === digest) return 'same';
  if (there === null && isBlank) return 'same';
  if (there === null && known === null) return 'write';
  if (known !== null && there === known.file) return digest === known.wanted ? 'same' : 'write';
  return known === null && isBlank ? 'take' : 'ask';
}

/** A file that the person has decided on: what they keep is written over what was there. */
export function keepMine(there: string | null): KnownFile | null {
  return there === null ? null : { file: there, wanted: '' };
}

/** What is there stands for what the document says now. */
export function agreed(there: string | null, digest: string): KnownFile | null {
  return there === null ? null : { file: there, wanted: digest };
}

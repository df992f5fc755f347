/** Why the disk refuses; each has its words. */
export type TroubleKind =
  /** The browser has no permission, or lost it. */
  | 'refused'
  /** The folder was moved, renamed, deleted, or its disk taken out. */
  | 'gone'
  | 'full'
  /** Another program has the file open. */
  | 'locked'
  /** The file, or the folder, can only be read. */
  | 'read-only'
  /** A folder lies where the file belongs, or a file where a folder does. */
  | 'in-the-way'
  | 'other';

/** What a file of the folder met with. */
export class DiskError extends Error {
  constructor(
    readonly kind: TroubleKind,
    /** Below the folder; null: the folder itself. */
    readonly path: string | null,
    readonly detail: string,
  ) {
    super(`${path ?? 'folder'}: ${detail}`);
    this.name = 'DiskError';
  }
}

const KINDS: Readonly<Record<string, TroubleKind>> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'gone',
  QuotaExceededError: 'full',
  NoModificationAllowedError: 'locked',
  InvalidModificationError: 'read-only',
  TypeMismatchError: 'in-the-way',
};

/** By the names that the File System Access API gives its errors. */
export function troubleOf(error: unknown, path: string | null = null): DiskError {
  if (error instanceof DiskError) return error;
  const name = error instanceof Error ? error.name : '';
  const detail = error instanceof Error ? error.message : String(error);
  return new DiskError(KINDS[name] ?? 'other', path, detail);
}

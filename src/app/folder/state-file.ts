import type { Change } from '../../document/change.ts';
import type { DocumentState } from '../../document/types.ts';
import type { ProjectFiles } from '../../projects/file/client.ts';
import type { FileHead, FilePhoto } from '../../projects/file/format.ts';
import { keysOf } from '../../typed/records.ts';
import { documentFrom, photoFrom } from '../projects/file-photos.ts';
import { STATE_PATH } from './layout.ts';
import { digestOf, type FolderFile, type Moment } from './rendering.ts';

/** The project without its photos, as one file: prompts, reviews and what is done are in it too. */
export async function renderState(
  signal: AbortSignal,
  projectFiles: ProjectFiles,
  { state, name }: Moment,
  created: number,
): Promise<FolderFile> {
  const { classes, sharedAdjustments } = state;
  const shared = sharedAdjustments ? { adjustments: sharedAdjustments } : {};
  const content = await projectFiles.write(
    signal,
    { name, created, classes, ...shared },
    state.photos.length,
    async (index) => photoFrom(state, index, null),
    null,
  );
  if (!content) throw new Error('a project file went nowhere');
  const digest = await digestOf(content);
  return { path: STATE_PATH, content, digest, isBlank: state.photos.length === 0, photoId: null };
}

/** Null: it is no project file, or a newer one. */
export async function readState(
  signal: AbortSignal,
  projectFiles: ProjectFiles,
  file: Blob,
): Promise<DocumentState | null> {
  const heads: FileHead[] = [];
  const photos: FilePhoto[] = [];
  const outcome = await projectFiles.read(
    signal,
    file,
    async (found) => {
      heads.push(found);
    },
    async (photo) => {
      photos.push(photo);
    },
  );
  const [head] = heads;
  return outcome.ok && head ? documentFrom(head, photos) : null;
}

/** Settings of a photo that a project file carries. */
const NOTHING = {
  prompts: [],
  refined: null,
  tags: [],
  done: false,
  reviews: null,
  seconds: 0,
  adjustments: null,
} as const;

type Fact = keyof typeof NOTHING;

const KINDS = {
  prompts: 'set-prompt',
  refined: 'set-refined',
  tags: 'set-tags',
  done: 'set-done',
  reviews: 'set-review',
  seconds: 'set-seconds',
  adjustments: 'set-adjustments',
} as const satisfies Record<Fact, Change['kind']>;

/** What makes the document say what another copy of it says, as one undo step. Pure. */
export function changesTo(before: DocumentState, after: DocumentState): Change[] {
  const changes: Change[] = [];
  const has = new Set(before.photos.map(({ id }) => id));
  const wanted = new Set(after.photos.map(({ id }) => id));
  const gone = before.photos.flatMap((photo, index) =>
    wanted.has(photo.id) ? [] : [{ photo, index }],
  );
  if (gone.length > 0) changes.push({ kind: 'remove-photos', placed: gone });
  const kept = before.photos.length - gone.length;
  const added = after.photos
    .filter(({ id }) => !has.has(id))
    .map((photo, i) => ({ photo, index: kept + i }));
  if (added.length > 0) changes.push({ kind: 'add-photos', placed: added });
  if (!isSame(before.classes, after.classes)) {
    changes.push({ kind: 'set-classes', before: before.classes, after: after.classes });
  }
  if (!isSame(before.sharedAdjustments, after.sharedAdjustments)) {
    changes.push({
      kind: 'set-shared-adjustments',
      before: before.sharedAdjustments,
      after: after.sharedAdjustments,
    });
  }
  for (const { id } of after.photos) changes.push(...changesOfPhoto(before, after, id));
  return changes;
}

function changesOfPhoto(before: DocumentState, after: DocumentState, photoId: string): Change[] {
  const changes: Change[] = [];
  const [old, now] = [before.objects[photoId] ?? [], after.objects[photoId] ?? []];
  if (!isSame(old, now)) {
    for (const [index, object] of [...old.entries()].toReversed()) {
      changes.push({ kind: 'remove-object', photoId, object, index });
    }
    for (const [index, object] of now.entries()) {
      changes.push({ kind: 'add-object', photoId, object, index });
    }
  }
  for (const fact of keysOf(NOTHING)) {
    const [was, is] = [
      before[fact][photoId] ?? NOTHING[fact],
      after[fact][photoId] ?? NOTHING[fact],
    ];
    // The compiler can't know that kind and value belong together.
    if (!isSame(was, is))
      changes.push({ kind: KINDS[fact], photoId, before: was, after: is } as Change);
  }
  return changes;
}

/** By value: what comes from a file is never the same object. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return Number.isNaN(a) && Number.isNaN(b);
  }
  if (a instanceof Uint32Array && b instanceof Uint32Array) {
    return a.length === b.length && a.every((value, i) => value === b[i]);
  }
  const [left, right] = [Object.entries(a), Object.entries(b)];
  const other: Readonly<Record<string, unknown>> = Object.fromEntries(right);
  return (
    left.length === right.length &&
    left.every(([key, value]) => key in other && isSame(value, other[key]))
  );
}

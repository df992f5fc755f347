import { fileAt } from '../../disk/files.ts';
import type { DocumentState } from '../../document/types.ts';
import type { FolderLinks } from '../../projects/folders.ts';
import { t } from '../../words/words.ts';
import { withClasses } from '../classes/class-list.ts';
import type { ChosenPhoto, PickedFile } from '../photos/chosen.ts';
import { photosAmong } from '../photos/chosen.ts';
import { filesIn } from '../photos/folder.ts';
import type { Context } from '../state/context.ts';
import { objectsOf } from '../state/questions.ts';
import { changesToTake } from '../transfers/taking.ts';
import type { FolderFormat } from './folder-state.ts';
import { isLabelFile, isWhole, STATE_PATH, wholePathIn, YAML_PATH } from './layout.ts';
import { type FolderLink, linkFrom, newLink } from './link.ts';
import { type Known, seen, TAKEN } from './pass.ts';
import { readSaid } from './theirs.ts';

/** What opening a folder needs of the other wings. */
export interface OpeningParts {
  readonly links: FolderLinks;
  /** The project on the page; null: none, or nothing is kept. */
  projectId(): string | null;
  openProject(projectId: string): Promise<void>;
  closeProject(): Promise<void>;
  openProjectFile(file: File): Promise<void>;
  state(): DocumentState;
  takePhotos(chosen: readonly ChosenPhoto[], folder: string): Promise<(string | null)[]>;
}

export interface Asked {
  readonly handle: FileSystemDirectoryHandle;
  readonly format: FolderFormat;
  /** Whether the project on the page gets the folder, or one of its own. */
  readonly isForOpen: boolean;
}

/** The project that works in this folder, a new one or that which did before, with its photos. Null: there are none. */
export async function openWorkFolder(
  { handle, format, isForOpen }: Asked,
  parts: OpeningParts,
): Promise<{
  readonly link: FolderLink;
  readonly isNew: boolean;
  readonly paths: string[];
} | null> {
  const files = await filesIn(handle, handle, handle.name);
  const chosen = photosAmong(files);
  if (chosen.length === 0) return null;
  const worksHere = await parts.links.projectIn(handle);
  const hasState = await openItsProject(handle, worksHere, isForOpen, parts);
  const ids = await parts.takePhotos(chosen, handle.name);
  const projectId = parts.projectId() ?? '';
  const record = await parts.links.of(projectId);
  const paths = files.map(pathIn);
  const before = record
    ? linkFrom(record)
    : newLink(projectId, handle, format, wholePathIn(format, paths));
  const changed = before.format === format ? {} : { format, wholePath: wholePathIn(format, paths) };
  const placed = chosen.flatMap((one, i): [string, string][] => {
    const id = ids[i];
    return id ? [[id, one.folder ? `${one.folder}/${one.name}` : one.name]] : [];
  });
  // A picture that lies there twice is where it lies first.
  const photos = new Map(placed.toReversed());
  const known = hasState ? await withKnown(before.known, handle, STATE_PATH) : before.known;
  const link = { ...before, ...changed, handle, photos, known };
  return { link, isNew: record === null, paths };
}

/** True: it came from the file that lies in the folder. */
async function openItsProject(
  handle: FileSystemDirectoryHandle,
  worksHere: string | null,
  isForOpen: boolean,
  parts: OpeningParts,
): Promise<boolean> {
  if (worksHere !== null) {
    await parts.openProject(worksHere);
    return false;
  }
  if (isForOpen) return false;
  await parts.closeProject();
  const state = await fileAt(handle, STATE_PATH);
  if (!state) return false;
  const before = parts.state();
  await parts.openProjectFile(state);
  // A broken one changes nothing, and says so.
  return parts.state() !== before;
}

function pathIn({ relativePath = '' }: PickedFile): string {
  return relativePath.slice(relativePath.indexOf('/') + 1);
}

async function withKnown(
  known: ReadonlyMap<string, Known>,
  handle: FileSystemDirectoryHandle,
  path: string,
): Promise<ReadonlyMap<string, Known>> {
  const there = await seen(handle, path, TAKEN);
  return there ? new Map(known).set(path, there) : known;
}

/**
 * Labels that lie in the folder become those of photos that have none; in the format that will be written, if there are
 * any, else in whatever there is. `labelPaths`: where labels will be written, by photo, null for all.
 */
export async function readFirst(
  context: Context,
  signal: AbortSignal,
  link: FolderLink,
  paths: readonly string[],
  labelPaths: ReadonlyMap<string, string | null>,
): Promise<FolderLink> {
  const { document } = context;
  const before = document.state.getState();
  const there = paths.filter((path) => isLabelFile(path));
  const own = there.filter((path) => labelPaths.has(path));
  const isOwn = own.some((path) => isWhole(link.format) || labelPaths.get(path) !== null);
  const read = isOwn ? withClassLists(own, there) : there;
  if (read.length === 0) return link;
  const files = await Promise.all(
    read.map(async (path) => ({ path, file: (await fileAt(link.handle, path)) ?? new Blob() })),
  );
  const numbered = link.format === 'yolo-segment' ? await takeNames(context, link) : [];
  const said = await readSaid(context, signal, files);
  const changes = await changesToTake(
    document.state.getState,
    { photos: said.read, classes: said.classes, ids: said.ids },
    'leave',
  );
  signal.throwIfAborted();
  if (changes.length > 0) {
    document.commit({ name: t('steps.photos.import'), photoId: null, changes });
  }
  const known = new Map(link.known);
  const isOpen = (photoId: string | null) =>
    photoId === null
      ? [...link.photos.keys()].every((id) => objectsOf(before, id).length === 0)
      : objectsOf(before, photoId).length === 0;
  for (const path of own) {
    const was = isOpen(labelPaths.get(path) ?? null) ? await seen(link.handle, path, TAKEN) : null;
    if (was) known.set(path, was);
  }
  const classNames = [...new Set([...numbered, ...said.classes.map(({ name }) => name)])];
  return { ...link, known, classNames };
}

/** Classes that YOLO's list numbers are the project's, also those of which there is no object yet. */
async function takeNames(
  { document }: Context,
  { handle }: FolderLink,
): Promise<readonly string[]> {
  const yaml = await fileAt(handle, YAML_PATH);
  const { namesOf } = await import('./names-yaml.ts');
  const names = (yaml && namesOf(await yaml.text())) ?? [];
  const { classes } = document.state.getState();
  const after = withClasses(
    classes,
    names.map((name) => ({ name, color: null })),
  );
  if (after !== classes) document.applyUnrecorded({ kind: 'set-classes', before: classes, after });
  return names;
}

/** YOLO's numbers mean something only beside them. */
export function withClassLists(own: readonly string[], there: readonly string[]): string[] {
  const lists = there.filter((path) =>
    /\.(ya?ml|names|labels)$|(^|\/)(classes|labels)\.txt$/i.test(path),
  );
  return [...new Set([...own, ...lists])];
}

/** Where labels will lie, for formats whose files are known before there are any. */
export function labelPathsOf(
  link: FolderLink,
  files: readonly { readonly path: string; readonly photoId: string | null }[],
): ReadonlyMap<string, string | null> {
  if (isWhole(link.format)) return new Map([[link.wholePath, null]]);
  return new Map(files.map(({ path, photoId }) => [path, photoId]));
}

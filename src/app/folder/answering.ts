import { fileAt, writeFile } from '../../disk/files.ts';
import { DiskError } from '../../disk/trouble.ts';
import type { Change } from '../../document/change.ts';
import type { ProjectFiles } from '../../projects/file/client.ts';
import { t } from '../../words/words.ts';
import type { Context } from '../state/context.ts';
import type { FolderAnswer } from './folder-state.ts';
import { asidePath, STATE_PATH } from './layout.ts';
import type { FolderLink } from './link.ts';
import { withClassLists } from './opening.ts';
import { type Known, seen, TAKEN } from './pass.ts';
import type { FolderFile } from './rendering.ts';
import { changesTo, readState } from './state-file.ts';
import { mergeChanges, readSaid } from './theirs.ts';

interface Parts {
  readonly context: Context;
  readonly projectFiles: ProjectFiles;
}

/** What someone else wrote can't be read: nothing of ours or theirs is touched. */
function unreadable(path: string): DiskError & { readonly isUnreadable: true } {
  return Object.assign(new DiskError('other', path, 'unreadable'), { isUnreadable: true } as const);
}

export function isUnreadable(error: unknown): boolean {
  return error instanceof DiskError && 'isUnreadable' in error;
}

/** Does what the person says about files that someone else has changed; what is known of them afterwards. */
export async function answerFiles(
  { context, projectFiles }: Parts,
  signal: AbortSignal,
  link: FolderLink,
  files: readonly FolderFile[],
  answer: FolderAnswer,
): Promise<ReadonlyMap<string, Known>> {
  const known = new Map(link.known);
  for (const file of files) {
    signal.throwIfAborted();
    const there = await seen(link.handle, file.path, answer === 'theirs' ? TAKEN : '');
    const changes =
      file.path === STATE_PATH
        ? await stateChanges(context, projectFiles, signal, link, answer)
        : await labelChanges(context, signal, link, file, answer);
    signal.throwIfAborted();
    if (changes.length > 0) {
      const photoId = file.photoId ?? context.view.getState().photo?.id ?? null;
      context.document.commit({ name: t('steps.photos.fromFolder'), photoId, changes });
    }
    if (there) known.set(file.path, there);
    else known.delete(file.path);
  }
  return known;
}

async function stateChanges(
  { document }: Context,
  projectFiles: ProjectFiles,
  signal: AbortSignal,
  { handle }: FolderLink,
  answer: FolderAnswer,
): Promise<readonly Change[]> {
  const there = await fileAt(handle, STATE_PATH);
  if (answer === 'mine' || !there) return [];
  if (answer === 'both') {
    const taken = new Set<string>();
    for await (const { name } of handle.values()) taken.add(name);
    await writeFile(
      handle,
      asidePath(STATE_PATH, (path) => taken.has(path)),
      there,
    );
    return [];
  }
  const theirs = await readState(signal, projectFiles, there);
  if (!theirs) throw unreadable(STATE_PATH);
  return changesTo(document.state.getState(), theirs);
}

async function labelChanges(
  context: Context,
  signal: AbortSignal,
  { handle, format, photos }: FolderLink,
  { path, content, photoId }: FolderFile,
  answer: FolderAnswer,
): Promise<readonly Change[]> {
  if (answer === 'mine') return [];
  const there = await fileAt(handle, path);
  const lists = await classLists(handle);
  const [theirs, ours] = [
    await readSaid(context, signal, there ? [{ path, file: there }, ...lists] : lists),
    await readSaid(context, signal, [{ path, file: content }, ...lists]),
  ];
  if (theirs.broken !== null) throw unreadable(path);
  const photoIds = photoId === null ? [...photos.keys()] : [photoId];
  // A list of classes says nothing about photos.
  if (photoId === null && /\.ya?ml$/.test(path)) return [];
  return mergeChanges(context.document.state.getState, { theirs, ours, photoIds, format }, answer);
}

async function classLists(handle: FileSystemDirectoryHandle) {
  const names: string[] = [];
  for await (const { kind, name } of handle.values()) if (kind === 'file') names.push(name);
  const files = withClassLists([], names).map(async (path) => ({
    path,
    file: (await fileAt(handle, path)) ?? new Blob(),
  }));
  return Promise.all(files);
}

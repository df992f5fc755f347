import type { StoreApi } from 'zustand/vanilla';
import { EMPTY_HISTORY } from '../../document/history-state.ts';
import type { DocumentState } from '../../document/types.ts';
import { safeName } from '../../formats/photos/file-names.ts';
import type { PhotoFiles } from '../../photo/files.ts';
import { changesBetween } from '../../projects/changes.ts';
import type { ProjectFiles } from '../../projects/file/client.ts';
import type { FileHead, FilePhoto, FileProblem } from '../../projects/file/format.ts';
import type { ProjectStore } from '../../projects/project-store.ts';
import { newHead } from '../../projects/records.ts';
import { headOf, NOTHING_SAVED } from '../../projects/saver.ts';
import { t } from '../../words/words.ts';
import { download, pickZip, removeEmpty } from '../files/save-file.ts';
import type { Context } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { documentFrom, photoFrom } from './file-photos.ts';
import type { ProjectsState, ProjectVerbs } from './projects-state.ts';

type FileVerbs = Pick<ProjectVerbs, 'saveProjectFile' | 'openProjectFile' | 'cancelProjectFile'>;

interface Parts {
  readonly projectFiles: ProjectFiles;
  readonly store: Pick<ProjectStore, 'write'>;
  nextTurn(): number;
  /** Shows the project that came in; where nothing is kept there is only its document. */
  open(projectId: string): Promise<void>;
  show(state: DocumentState): Promise<void>;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: writing and reading share the one transfer, its signal and what is told of it.
export function createProjectFileVerbs(
  { document, view, files }: Context,
  projects: StoreApi<ProjectsState>,
  { projectFiles, store, nextTurn, open, show }: Parts,
): FileVerbs {
  let moving = new AbortController();

  /** Null: something is on its way already. */
  function begin(kind: 'writing' | 'reading'): AbortSignal | null {
    if (projects.getState().transfer) return null;
    moving = new AbortController();
    projects.setState({ transfer: { kind, done: 0, of: 0 } });
    return moving.signal;
  }

  function tell(kind: 'writing' | 'reading', done: number, of: number): void {
    if (projects.getState().transfer) projects.setState({ transfer: { kind, done, of } });
  }

  async function write(
    signal: AbortSignal,
    head: FileHead,
    includesPhotos: boolean,
    sink: FileSystemFileHandle | null,
  ): Promise<{ readonly zip: Blob | null; readonly missing: number }> {
    const state = document.state.getState();
    let missing = 0;
    const photoAt = async (index: number): Promise<FilePhoto> => {
      tell('writing', index, state.photos.length);
      const file = includesPhotos ? await fileAtHand(files, state.photos[index]?.id ?? '') : null;
      if (includesPhotos && !file) missing += 1;
      return photoFrom(state, index, file);
    };
    const zip = await projectFiles.write(signal, head, state.photos.length, photoAt, sink);
    return { zip, missing };
  }

  async function read(signal: AbortSignal, file: File): Promise<void> {
    let head: FileHead = { name: file.name, created: Date.now(), classes: [] };
    let of = 0;
    const photos: FilePhoto[] = [];
    const outcome = await projectFiles.read(
      signal,
      file,
      async (found, count) => {
        head = found;
        of = count;
      },
      async ({ file: copy, ...photo }) => {
        photos.push({ ...photo, file: null });
        tell('reading', photos.length, of);
        if (!copy) return;
        files.put(photo.entry.id, { file: copy, handle: null, directory: null });
        // One photo at most waits in memory.
        await files.settled();
      },
    );
    signal.throwIfAborted();
    if (!outcome.ok) return notify(view, 'error', problemWords(file, outcome.problem));
    await take(head, documentFrom(head, photos));
    const count = outcome.brokenObjects;
    if (count > 0) notify(view, 'warning', t('projects.file.leftOut', { file: file.name, count }));
  }

  async function take({ name, created }: FileHead, state: DocumentState): Promise<void> {
    if (projects.getState().storage === 'none') return show(state);
    const head = { ...newHead(name), created, turn: nextTurn() };
    const { changes } = changesBetween(head.id, NOTHING_SAVED, { state, history: EMPTY_HISTORY });
    await store.write(headOf(head, state, changes.cursor), changes);
    await open(head.id);
  }

  return {
    async saveProjectFile(includesPhotos) {
      const { name = t('projects.unnamed'), created = Date.now() } =
        projects.getState().current ?? {};
      const fileName = `${safeName(name)}.project.zip`;
      const sink = await pickZip(fileName);
      const signal = sink === 'cancelled' ? null : begin('writing');
      if (sink === 'cancelled' || !signal) return;
      try {
        const { classes, sharedAdjustments } = document.state.getState();
        const shared = sharedAdjustments ? { adjustments: sharedAdjustments } : {};
        const head = { name, created, classes, ...shared };
        const { zip, missing } = await write(signal, head, includesPhotos, sink);
        signal.throwIfAborted();
        if (zip) download(zip, fileName);
        const tone = missing > 0 ? 'warning' : 'info';
        notify(view, tone, savedWords(sink?.name ?? fileName, missing));
      } catch (error) {
        if (sink) await removeEmpty(sink);
        if (!signal.aborted)
          notify(view, 'error', t('projects.file.notSaved', { reason: String(error) }));
      } finally {
        projects.setState({ transfer: null });
      }
    },
    async openProjectFile(file) {
      const signal = begin('reading');
      if (!signal) return;
      try {
        await read(signal, file);
      } catch (error) {
        const reason = String(error);
        if (!signal.aborted)
          notify(view, 'error', t('projects.file.notOpened', { file: file.name, reason }));
      } finally {
        projects.setState({ transfer: null });
      }
    },
    cancelProjectFile: () => moving.abort(),
  };
}

/** Null: it is not at hand, and the project file does without it. */
async function fileAtHand(files: PhotoFiles, photoId: string): Promise<Blob | null> {
  try {
    const file = await files.open(photoId);
    await file.slice(0, 1).arrayBuffer();
    return file;
  } catch {
    return null;
  }
}

function problemWords({ name: file }: File, problem: FileProblem): string {
  switch (problem.kind) {
    case 'no-project':
      return t('projects.file.noProject', { file });
    case 'newer':
      return t('projects.file.newer', { file });
    case 'broken':
      return t('projects.file.damaged', { file, detail: problem.detail });
  }
}

function savedWords(file: string, missing: number): string {
  return missing === 0
    ? t('projects.file.saved', { file })
    : t('projects.file.savedBut', { file, count: missing });
}

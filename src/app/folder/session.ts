import type { StoreApi } from 'zustand/vanilla';
import { askPermission, isPermitted } from '../../disk/permission.ts';
import { DiskError } from '../../disk/trouble.ts';
import { createInTurn } from '../projects/in-turn.ts';
import type { Context } from '../state/context.ts';
import { filesBehind } from './behind.ts';
import { type FolderAnswer, type FolderState, NO_FOLDER } from './folder-state.ts';
import { createHeldLink } from './held-link.ts';
import { wholePathIn } from './layout.ts';
import { type FolderLink, linkFrom, toldOf } from './link.ts';
import {
  type Asked,
  labelPathsOf,
  type OpeningParts,
  openWorkFolder,
  readFirst,
} from './opening.ts';
import { answerFolderFiles, type SyncParts, syncFolder } from './syncing.ts';
import { createTiming, type Timing } from './timing.ts';
import { createWantedFiles, type WantedParts } from './wanted-files.ts';

export interface SessionParts extends OpeningParts, WantedParts {
  /** After the permission came back. */
  showAgain(): Promise<void>;
}

/** The folder of the open project: read, compared and written one thing after the other. */
export interface FolderSession {
  open(asked: Asked): Promise<void>;
  /** The project on the page is another one. */
  follow(): Promise<void>;
  reconnect(): Promise<void>;
  leave(): Promise<void>;
  setFormat(format: FolderState['format']): Promise<void>;
  answer(answer: FolderAnswer, paths: readonly string[]): Promise<void>;
  check(): Promise<void>;
}

/** What the steps of a session share. */
interface Work extends SyncParts {
  readonly parts: SessionParts;
  forget(): void;
}

export function createFolderSession(
  context: Context,
  folder: StoreApi<FolderState>,
  parts: SessionParts,
): FolderSession {
  const inTurn = createInTurn();
  const held = createHeldLink(folder, parts.links);
  const wanted = createWantedFiles(context, parts);
  const pass = () => syncFolder(work, held.signal());
  const timing = createTiming(() => void inTurn(pass));

  function forget(): void {
    timing.stop();
    held.forget();
    wanted.forget();
  }

  const work: Work = { context, folder, parts, held, wanted, took: timing.took, forget };
  watch(work, timing, () => void inTurn(pass));

  return {
    follow: () => inTurn(() => follow(work)),
    open: (asked) => inTurn(() => open(work, asked)),
    async reconnect() {
      const link = held.link();
      if (!link) return;
      const isAllowed = await askPermission(link.handle, 'readwrite');
      if (!isAllowed) return held.fail(new DiskError('refused', null, 'the person said no'));
      await parts.showAgain();
      await inTurn(pass);
    },
    leave: () =>
      inTurn(async () => {
        const projectId = held.link()?.projectId;
        forget();
        if (projectId !== undefined) await parts.links.remove(projectId).catch(() => {});
      }),
    setFormat: (format) =>
      inTurn(async () => {
        const link = held.link();
        if (!link || link.format === format) return;
        await held.keep({ ...link, format, wholePath: wholePathIn(format, []) });
        await pass();
      }),
    answer: (answer, paths) => inTurn(() => answerFolderFiles(work, answer, paths)),
    check: () => inTurn(pass),
  };
}

async function connect(work: Work, signal: AbortSignal, link: FolderLink): Promise<void> {
  const { folder, parts } = work;
  if (parts.projects.getState().access !== 'write') {
    return folder.setState({ ...toldOf(link), phase: 'elsewhere' });
  }
  folder.setState({ ...toldOf(link), phase: 'locked' });
  if (await isPermitted(link.handle, 'readwrite')) await syncFolder(work, signal);
}

async function follow(work: Work): Promise<void> {
  const { folder, parts, held } = work;
  const projectId = parts.projectId();
  const { access } = parts.projects.getState();
  const isElsewhere = folder.getState().phase === 'elsewhere';
  const before = held.link();
  const isSame = before && (projectId ?? '') === before.projectId;
  if (isSame && isElsewhere === (access !== 'write')) return;
  work.forget();
  const signal = held.signal();
  const record = projectId === null ? null : await parts.links.of(projectId);
  if (!record || signal.aborted) return;
  const link = linkFrom(record);
  held.hold(link);
  await connect(work, signal, link);
}

async function open(work: Work, asked: Asked): Promise<void> {
  try {
    await openAsked(work, asked);
  } catch (error) {
    work.held.hold(null);
    work.held.fail(error);
    work.folder.setState({ phase: 'none' });
  }
}

async function openAsked(work: Work, asked: Asked): Promise<void> {
  const { context, folder, parts, held, wanted } = work;
  work.forget();
  const signal = held.signal();
  const { handle, format } = asked;
  folder.setState({ phase: 'opening', name: handle.name, format, isBusy: true });
  const opened = await openWorkFolder(asked, parts);
  if (!opened) {
    const trouble = { kind: 'no-photos', path: null, detail: handle.name } as const;
    return folder.setState({ ...NO_FOLDER, isDialogOpen: true, trouble });
  }
  let { link } = opened;
  held.hold(link);
  if (opened.isNew) {
    const files = await wanted.labels(signal, link);
    link = await readFirst(context, signal, link, opened.paths, labelPathsOf(link, files));
  }
  await held.keep(link);
  await connect(work, signal, link);
}

/** Changes are written once they pause, at the latest when the page is left; the disk is looked at when it is back. */
function watch({ context, folder, held, wanted }: Work, timing: Timing, pass: () => void): void {
  const { state } = context.document;
  state.subscribe(() => {
    const link = held.link();
    if (folder.getState().phase !== 'connected' || !link) return;
    const of = wanted.madeOf();
    if (of) folder.setState({ waiting: filesBehind(link, of, state.getState()) });
    timing.changed();
  });
  globalThis.addEventListener?.('focus', () => {
    if (held.link() && folder.getState().phase === 'connected') pass();
  });
  globalThis.document?.addEventListener('visibilitychange', () => {
    if (globalThis.document.visibilityState === 'hidden') timing.now();
  });
}

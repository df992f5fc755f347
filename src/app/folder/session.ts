import type { StoreApi } from 'zustand/vanilla';
import { checkFolder } from '../../disk/files.ts';
import { askPermission, isPermitted } from '../../disk/permission.ts';
import { DiskError, troubleOf } from '../../disk/trouble.ts';
import type { ProjectFiles } from '../../projects/file/client.ts';
import { createInTurn } from '../projects/in-turn.ts';
import type { ProjectsState } from '../projects/projects-state.ts';
import type { Context } from '../state/context.ts';
import { answerFiles, isUnreadable } from './answering.ts';
import { filesBehind } from './behind.ts';
import {
  type FolderAnswer,
  type FolderState,
  type FolderTrouble,
  NO_FOLDER,
} from './folder-state.ts';
import { STATE_PATH, wholePathIn } from './layout.ts';
import { type FolderLink, linkFrom, recordOf, toldOf } from './link.ts';
import {
  type Asked,
  labelPathsOf,
  type OpeningParts,
  openWorkFolder,
  readFirst,
} from './opening.ts';
import { type Outcome, runPass } from './pass.ts';
import { createRendering, type FolderFile, type Moment } from './rendering.ts';
import { renderState } from './state-file.ts';
import { createTiming } from './timing.ts';

export interface SessionParts extends OpeningParts {
  readonly projects: StoreApi<ProjectsState>;
  readonly projectFiles: ProjectFiles;
  projectName(): string;
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

/** Labels that only the disk has are taken, which may bring up others. */
const MOST_ROUNDS = 4;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what is known of the folder is one state, which all its verbs change.
export function createFolderSession(
  context: Context,
  folder: StoreApi<FolderState>,
  parts: SessionParts,
): FolderSession {
  const { document, view } = context;
  const rendering = createRendering(context);
  const inTurn = createInTurn();
  let link: FolderLink | null = null;
  let life = new AbortController();
  let stateFile: { readonly of: Moment['state']; readonly file: FolderFile } | null = null;

  const timing = createTiming(() => void inTurn(() => pass(life.signal)));

  function moment(): Moment {
    const { reports } = view.getState();
    return { state: document.state.getState(), reports, name: parts.projectName() };
  }

  async function filesOf(signal: AbortSignal, at: FolderLink): Promise<FolderFile[]> {
    const now = moment();
    const labels = await rendering.render(signal, at, now);
    if (stateFile?.of !== now.state) {
      const created = parts.projects.getState().current?.created ?? 0;
      const file = await renderState(signal, parts.projectFiles, now, created);
      stateFile = { of: now.state, file };
    }
    return [...labels, stateFile.file];
  }

  function forget(): void {
    life.abort();
    life = new AbortController();
    timing.stop();
    link = null;
    stateFile = null;
    folder.setState(({ isDialogOpen }) => ({ ...NO_FOLDER, isDialogOpen }), true);
  }

  function fail(error: unknown): void {
    const trouble = troubleOf(error);
    const isLocked = trouble.kind === 'refused' && trouble.path === null;
    folder.setState({
      isBusy: false,
      ...(isLocked ? { phase: 'locked' } : {}),
      trouble: isLocked ? null : told(error, trouble),
    });
  }

  async function keep(next: FolderLink): Promise<void> {
    link = next;
    folder.setState(toldOf(next));
    // The labels are in the folder all the same.
    await parts.links.put(recordOf(next)).catch(() => {});
  }

  function tellOutcome({ asked, waiting, trouble }: Outcome, at: FolderLink): void {
    const { photos } = document.state.getState();
    folder.setState({
      isBusy: false,
      phase: 'connected',
      asked,
      waiting: waiting + asked.length,
      trouble: trouble && told(trouble, trouble),
      outside: photos.filter(({ id }) => !at.photos.has(id)).length,
    });
  }

  async function round(signal: AbortSignal): Promise<readonly FolderFile[]> {
    const at = link;
    if (!at) return [];
    const files = await filesOf(signal, at);
    const outcome = await runPass(signal, at.handle, files, at.known);
    signal.throwIfAborted();
    const writtenAt = outcome.written > 0 ? Date.now() : at.writtenAt;
    await keep({ ...at, known: outcome.known, writtenAt });
    tellOutcome(outcome, at);
    return files.filter(({ path }) => outcome.takes.includes(path));
  }

  /** Writes what only this page has changed, and takes what only the disk has. */
  async function pass(signal: AbortSignal): Promise<void> {
    if (!link || parts.projects.getState().access !== 'write') return;
    const began = performance.now();
    folder.setState({ isBusy: true });
    try {
      await checkFolder(link.handle);
      for (let i = 0; i < MOST_ROUNDS; i++) {
        const takes = await round(signal);
        if (takes.length === 0 || !link) break;
        await decide(signal, takes, 'theirs');
      }
    } catch (error) {
      if (!signal.aborted) fail(error);
    }
    timing.took(performance.now() - began);
  }

  async function decide(
    signal: AbortSignal,
    files: readonly FolderFile[],
    answer: FolderAnswer,
  ): Promise<void> {
    if (!link) return;
    const { projectFiles } = parts;
    const known = await answerFiles({ context, projectFiles }, signal, link, files, answer);
    await keep({ ...link, known });
  }

  async function connect(signal: AbortSignal): Promise<void> {
    if (!link) return;
    if (parts.projects.getState().access !== 'write') {
      return folder.setState({ ...toldOf(link), phase: 'elsewhere' });
    }
    folder.setState({ ...toldOf(link), phase: 'locked' });
    if (await isPermitted(link.handle, 'readwrite')) await pass(signal);
  }

  async function follow(): Promise<void> {
    const projectId = parts.projectId();
    const { access } = parts.projects.getState();
    const isElsewhere = folder.getState().phase === 'elsewhere';
    if (link && (projectId ?? '') === link.projectId && isElsewhere === (access !== 'write'))
      return;
    forget();
    const { signal } = life;
    const record = projectId === null ? null : await parts.links.of(projectId);
    if (!record || signal.aborted) return;
    link = linkFrom(record);
    await connect(signal);
  }

  async function open(asked: Asked): Promise<void> {
    forget();
    const { signal } = life;
    folder.setState({
      phase: 'opening',
      name: asked.handle.name,
      format: asked.format,
      isBusy: true,
    });
    const opened = await openWorkFolder(asked, parts);
    if (!opened) {
      const trouble = { kind: 'no-photos', path: null, detail: asked.handle.name } as const;
      return folder.setState({ ...NO_FOLDER, isDialogOpen: true, trouble });
    }
    link = opened.link;
    if (opened.isNew) {
      const files = await rendering.render(signal, link, moment());
      const labelPaths = labelPathsOf(link, files);
      link = await readFirst(context, signal, link, opened.paths, labelPaths);
    }
    await keep(link);
    await connect(signal);
  }

  document.state.subscribe(() => {
    if (folder.getState().phase !== 'connected' || !link) return;
    const of = stateFile?.of;
    if (of) folder.setState({ waiting: filesBehind(link, of, document.state.getState()) });
    timing.changed();
  });
  globalThis.addEventListener?.('focus', () => {
    if (link && folder.getState().phase === 'connected') void inTurn(() => pass(life.signal));
  });
  globalThis.document?.addEventListener('visibilitychange', () => {
    if (globalThis.document.visibilityState === 'hidden') timing.now();
  });

  return {
    follow: () => inTurn(follow),
    open: (asked) =>
      inTurn(async () => {
        try {
          await open(asked);
        } catch (error) {
          link = null;
          fail(error);
          folder.setState({ phase: 'none' });
        }
      }),
    async reconnect() {
      if (!link) return;
      const isAllowed = await askPermission(link.handle, 'readwrite');
      if (!isAllowed) return fail(new DiskError('refused', null, 'the person said no'));
      await parts.showAgain();
      await inTurn(() => pass(life.signal));
    },
    leave: () =>
      inTurn(async () => {
        const projectId = link?.projectId;
        forget();
        if (projectId !== undefined) await parts.links.remove(projectId).catch(() => {});
      }),
    setFormat: (format) =>
      inTurn(async () => {
        if (!link || link.format === format) return;
        await keep({ ...link, format, wholePath: wholePathIn(format, []) });
        await pass(life.signal);
      }),
    answer: (answer, paths) =>
      inTurn(async () => {
        if (!link) return;
        const { signal } = life;
        try {
          const files = await filesOf(signal, link);
          const asked = files.filter(({ path }) => paths.includes(path));
          // The project's own file says more than labels do: once it is taken, these may agree.
          const own = asked.filter(({ path }) => path === STATE_PATH);
          const first = answer === 'theirs' && own.length > 0 ? own : asked;
          await decide(signal, first, answer);
          await pass(signal);
          const open = folder.getState().asked.map(({ path }) => path);
          const rest = asked.filter((one) => !first.includes(one) && open.includes(one.path));
          if (rest.length === 0) return;
          const again = await filesOf(signal, link);
          await decide(
            signal,
            again.filter(({ path }) => rest.some((one) => one.path === path)),
            answer,
          );
          await pass(signal);
        } catch (error) {
          if (!signal.aborted) fail(error);
        }
      }),
    check: () => inTurn(() => pass(life.signal)),
  };
}

function told(error: unknown, { kind, path, detail }: DiskError): FolderTrouble {
  return { kind: isUnreadable(error) ? 'unreadable' : kind, path, detail };
}

import type { StoreApi } from 'zustand/vanilla';
import { checkFolder } from '../../disk/files.ts';
import type { Context } from '../state/context.ts';
import { answerFiles } from './answering.ts';
import type { FolderAnswer, FolderState } from './folder-state.ts';
import type { HeldLink } from './held-link.ts';
import { STATE_PATH } from './layout.ts';
import type { FolderLink } from './link.ts';
import { runPass } from './pass.ts';
import type { FolderFile } from './rendering.ts';
import type { WantedFiles, WantedParts } from './wanted-files.ts';

/** What brings folder and document together. */
export interface SyncParts {
  readonly context: Context;
  readonly folder: StoreApi<FolderState>;
  readonly parts: WantedParts;
  readonly held: HeldLink;
  readonly wanted: WantedFiles;
  /** How long a pass was at work. */
  took(milliseconds: number): void;
}

/** Labels that only the disk has are taken, which may bring up others. */
const MOST_ROUNDS = 4;

/** Writes what only this page has changed, and takes what only the disk has. */
export async function syncFolder(sync: SyncParts, signal: AbortSignal): Promise<void> {
  const { folder, parts, held, took } = sync;
  const link = held.link();
  if (!link || parts.projects.getState().access !== 'write') return;
  const began = performance.now();
  folder.setState({ isBusy: true });
  try {
    await checkFolder(link.handle);
    for (let i = 0; i < MOST_ROUNDS; i++) {
      const takes = await round(sync, signal);
      if (takes.length === 0) break;
      await decide(sync, signal, takes, 'theirs');
    }
  } catch (error) {
    if (!signal.aborted) held.fail(error);
  }
  took(performance.now() - began);
}

async function round(
  { context, held, wanted }: SyncParts,
  signal: AbortSignal,
): Promise<readonly FolderFile[]> {
  const at = held.link();
  if (!at) return [];
  const files = await wanted.all(signal, at);
  const outcome = await runPass(signal, at.handle, files, at.known);
  signal.throwIfAborted();
  const writtenAt = outcome.written > 0 ? Date.now() : at.writtenAt;
  await held.keep({ ...at, known: outcome.known, writtenAt });
  held.tellOutcome(outcome, at, context.document.state.getState().photos);
  return files.filter(({ path }) => outcome.takes.includes(path));
}

/** Does what the person says about files that both sides have changed. */
export async function answerFolderFiles(
  sync: SyncParts,
  answer: FolderAnswer,
  paths: readonly string[],
): Promise<void> {
  const { held } = sync;
  const [link, signal] = [held.link(), held.signal()];
  if (!link) return;
  try {
    await answerAll(sync, signal, link, answer, paths);
  } catch (error) {
    if (!signal.aborted) held.fail(error);
  }
}

async function answerAll(
  sync: SyncParts,
  signal: AbortSignal,
  link: FolderLink,
  answer: FolderAnswer,
  paths: readonly string[],
): Promise<void> {
  const { folder, held, wanted } = sync;
  const files = await wanted.all(signal, link);
  const asked = files.filter(({ path }) => paths.includes(path));
  // The project's own file says more than labels do: once it is taken, these may agree.
  const own = asked.filter(({ path }) => path === STATE_PATH);
  const first = answer === 'theirs' && own.length > 0 ? own : asked;
  await decide(sync, signal, first, answer);
  await syncFolder(sync, signal);
  const open = new Set(folder.getState().asked.map(({ path }) => path));
  const rest = asked.filter((one) => !first.includes(one) && open.has(one.path));
  if (rest.length === 0) return;
  const again = await wanted.all(signal, held.link() ?? link);
  const restNow = again.filter(({ path }) => rest.some((one) => one.path === path));
  await decide(sync, signal, restNow, answer);
  await syncFolder(sync, signal);
}

async function decide(
  { context, parts: { projectFiles }, held }: SyncParts,
  signal: AbortSignal,
  files: readonly FolderFile[],
  answer: FolderAnswer,
): Promise<void> {
  const link = held.link();
  if (!link) return;
  const known = await answerFiles({ context, projectFiles }, signal, link, files, answer);
  await held.keep({ ...link, known });
}

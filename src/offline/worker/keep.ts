import { expose } from 'comlink';
import { FileProblemError } from '../../models/file-problem.ts';
import { openFileStore } from '../../models/file-store.ts';
import { type FileSpec, keepFile, request, serverOrigin } from '../../models/load-file.ts';
import {
  type KeepOutcome,
  type KeepProblem,
  type KeepWorker,
  LIST_NAME,
  type OfflineList,
  type OnKept,
} from '../protocol.ts';

/** Progress messages: enough for a smooth bar. */
const REPORTS = 100;

const worker: KeepWorker = {
  async keep(base, withWebgpu, onKept) {
    try {
      return await keepAll(base, withWebgpu, onKept);
    } catch (error) {
      return { ok: false, problem: problemOf(error) };
    }
  },
};

expose(worker);

async function keepAll(base: string, withWebgpu: boolean, onKept: OnKept): Promise<KeepOutcome> {
  const store = await openFileStore();
  if (!store) return { ok: false, problem: { kind: 'no-storage' } };
  const origin = serverOrigin(store);
  const response = await request(LIST_NAME, base + LIST_NAME, origin.fetch);
  const { shellBytes, files }: OfflineList = await response.json();
  const needed = files.filter(({ webgpu }) => withWebgpu || !webgpu);
  const totalBytes = needed.reduce((sum, { bytes }) => sum + bytes, shellBytes);
  let keptBytes = shellBytes;
  let reportedBytes = 0;
  const onBytes = (count: number) => {
    keptBytes += count;
    if (Math.abs(keptBytes - reportedBytes) < totalBytes / REPORTS) return;
    reportedBytes = keptBytes;
    onKept(keptBytes, totalBytes);
  };
  const { signal } = new AbortController();
  // One after the other: the person may want the line for something else.
  for (const { path, bytes, sha256 } of needed) {
    const file: FileSpec = { name: nameIn(path), url: base + path, bytes, sha256 };
    await keepFile(file, origin, { signal, onBytes });
  }
  return { ok: true, bytes: totalBytes };
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function problemOf(error: unknown): KeepProblem {
  if (error instanceof FileProblemError) return error.problem;
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return { kind: 'no-room' };
  }
  return { kind: 'other', detail: error instanceof Error ? error.message : String(error) };
}

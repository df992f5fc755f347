import { expose } from 'comlink';
import { underLock } from '../../browser/locks.ts';
import { type SetOutcome, SetProblemError } from '../problems.ts';
import type { ModelSetWorker } from '../protocol.ts';
import type { StoredSet } from '../store.ts';
import { takeSet } from './take.ts';

/** One at a time over all tabs: they share the temporary folder. */
const LOCK = 'robustsam-annotator model set import';

const worker: ModelSetWorker = {
  take: (files, onProgress) =>
    underLock(LOCK, {}, () => outcomeOf(() => takeSet(files, onProgress))),
};

expose(worker);

async function outcomeOf(work: () => Promise<StoredSet>): Promise<SetOutcome<StoredSet>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof SetProblemError) return { ok: false, problem: error.problem };
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { kind: 'unreadable', detail } };
  }
}

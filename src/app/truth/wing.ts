import type { StoreApi } from 'zustand/vanilla';
import { safeName } from '../../formats/photos/file-names.ts';
import type { ChosenFile } from '../../formats/protocol.ts';
import type { Scorer } from '../../scoring/client.ts';
import { download } from '../files/save-file.ts';
import type { ProjectsState } from '../projects/projects-state.ts';
import type { Context } from '../state/context.ts';
import { readLabelFiles } from '../transfers/reading-labels.ts';
import { goToRow, type TruthStage } from './going.ts';
import { shownRows } from './rows.ts';
import { createSetScorer } from './scoring.ts';
import {
  NO_TRUTH,
  type Row,
  type RowFilter,
  type SetSide,
  type TruthState,
} from './truth-state.ts';

/** Labels held against those of another set. Nothing of it changes the project; sets stay until it is closed. */
export interface TruthVerbs {
  readonly truth: StoreApi<TruthState>;
  setAgainstTruth(isOpen: boolean): void;
  /** Files that are no set say so, and leave the one that is there. `name`: of the file or folder. */
  readSet(side: SetSide, name: string, files: readonly ChosenFile[]): Promise<void>;
  forgetSet(side: SetSide): void;
  /** Reading, or scoring. */
  cancelTruth(): void;
  /** After it was stopped. */
  scoreAgain(): void;
  setClassAware(isClassAware: boolean): void;
  setIouThreshold(threshold: number): void;
  setRowFilter(filter: RowFilter): void;
  showRow(row: Row): Promise<void>;
  /** The next or previous row; the ends don't wrap. */
  stepRow(step: 1 | -1): Promise<void>;
  /** All rows, as a table to be downloaded. */
  exportRows(): Promise<void>;
}

interface Parts extends TruthStage {
  readonly scorer: Scorer;
  readonly projects: StoreApi<ProjectsState>;
  projectName(): string;
}

/** What takes less is not worth saying. */
const QUIET_MILLISECONDS = 200;

// Only needed once a set is read.
const labelSetPart = () => import('./label-set.ts');
const tablePart = () => import('./table.ts');

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: reading, scoring and going are about the one store, whose verbs these are.
export function createTruth(
  context: Context,
  truth: StoreApi<TruthState>,
  parts: Parts,
): TruthVerbs {
  const { document, view } = context;
  const { scorer, projects, showPhoto } = parts;
  const setScorer = createSetScorer(scorer);
  let work = new AbortController();

  function begin(): AbortSignal {
    work.abort();
    work = new AbortController();
    return work.signal;
  }

  async function score(): Promise<void> {
    const { truth: set, ours, isClassAware, isOpen } = truth.getState();
    if (!set || !isOpen) return;
    const { signal } = work;
    const progress = sayWhenSlow((done, of) =>
      truth.setState({ work: { kind: 'scoring', done, of } }),
    );
    const sets = { truth: set, ours, isClassAware };
    try {
      const rows = await setScorer.score(signal, document.state.getState(), sets, progress.tell);
      if (rows) truth.setState({ rows, work: null, failure: null });
    } catch (error) {
      if (!signal.aborted) truth.setState({ work: null, failure: failed(error) });
    } finally {
      progress.end();
    }
  }

  function reset(): void {
    work.abort();
    truth.setState(NO_TRUTH);
    view.setState({ heldAgainst: null });
  }

  function change(changed: Partial<TruthState>): void {
    begin();
    truth.setState({ ...changed, work: null });
    void score();
  }

  document.state.subscribe((now, before) => {
    const isSame = SUBJECT.every((part) => now[part] === before[part]);
    // A set of its own is not changed by the project.
    if (!isSame && truth.getState().truth && !isStopped(truth.getState())) void score();
  });
  projects.subscribe(({ current }, before) => {
    if (before.current && current?.id !== before.current.id) reset();
  });

  async function showRow(row: Row): Promise<void> {
    truth.setState({ shownId: row.id });
    await goToRow(context, { showPhoto }, row);
  }

  return {
    truth,
    showRow,
    setAgainstTruth(isOpen) {
      truth.setState({ isOpen });
      if (isOpen) void score();
      else view.setState({ heldAgainst: null });
    },
    async readSet(side, name, files) {
      const signal = begin();
      const tell = (done: number, of: number) =>
        truth.setState({ work: { kind: 'reading', done, of } });
      truth.setState({ failure: null });
      tell(0, 0);
      try {
        const read = await readLabelFiles(context, signal, files, tell);
        const { labelSetFrom } = await labelSetPart();
        signal.throwIfAborted();
        const set = labelSetFrom(name, read);
        if ('kind' in set) return truth.setState({ work: null, failure: set });
        view.setState({ heldAgainst: null });
        change({ [side]: set, rows: [], shownId: null });
      } catch (error) {
        if (!signal.aborted) truth.setState({ work: null, failure: failed(error) });
      }
    },
    forgetSet(side) {
      view.setState({ heldAgainst: null });
      change({ [side]: null, rows: [], shownId: null, failure: null });
    },
    cancelTruth() {
      const wasScoring = truth.getState().work?.kind === 'scoring';
      begin();
      truth.setState({ work: null, failure: wasScoring ? { kind: 'stopped' } : null });
    },
    scoreAgain: () => change({ failure: null }),
    setClassAware: (isClassAware) => change({ isClassAware, failure: null }),
    setIouThreshold: (threshold) => truth.setState({ threshold }),
    setRowFilter: (filter) => truth.setState({ filter }),
    async stepRow(step) {
      const { rows, filter, shownId } = truth.getState();
      const shown = shownRows(rows, filter);
      const at = shown.findIndex(({ id }) => id === shownId);
      const next = at === -1 ? shown[0] : shown[at + step];
      if (next) await showRow(next);
    },
    async exportRows() {
      const { tableOf } = await tablePart();
      const table = tableOf(truth.getState().rows, document.state.getState().photos);
      const name = `${safeName(parts.projectName())}.truth.csv`;
      download(new Blob([table], { type: 'text/csv' }), name);
    },
  };
}

/** One long photo tells nothing for long: the clock does. */
function sayWhenSlow(say: (done: number, of: number) => void) {
  let [done, of, isSlow] = [0, 0, false];
  const timer = setTimeout(() => {
    isSlow = true;
    say(done, of);
  }, QUIET_MILLISECONDS);
  return {
    tell(nowDone: number, nowOf: number) {
      [done, of] = [nowDone, nowOf];
      if (isSlow) say(done, of);
    },
    end: () => clearTimeout(timer),
  };
}

const SUBJECT = ['photos', 'objects', 'classes'] as const;

function isStopped({ failure }: TruthState): boolean {
  return failure?.kind === 'stopped';
}

function failed(error: unknown): TruthState['failure'] {
  return { kind: 'other', detail: error instanceof Error ? error.message : String(error) };
}

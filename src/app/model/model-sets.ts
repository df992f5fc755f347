import type { StoreApi } from 'zustand/vanilla';
import type { BackendChoice, EngineProblem, StartProgress } from '../../engine/protocol.ts';
import { type ModelSets, setFilesFrom } from '../../models/client.ts';
import { describeSetProblem } from '../../models/describe.ts';
import type { ModelSource } from '../../models/source.ts';
import type { StoredSet } from '../../models/store.ts';
import { t } from '../../words/words.ts';
import type { Decoding } from '../prompts/decoding.ts';
import type { Context } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { saveChosenSet } from '../state/settings.ts';
import { describeSetStart } from './model-set-words.ts';
import type { ModelSetsState } from './model-sets-state.ts';

export interface ModelSetVerbs {
  readonly modelSets: StoreApi<ModelSetsState>;
  /** Brings up the model set chosen last; when it won't start, the one that came with the app. */
  startModel(choice: BackendChoice): Promise<void>;
  chooseBackend(choice: BackendChoice): Promise<void>;
  /** Checks, keeps and uses the set in a zip or in a folder's files; a bad one changes nothing. */
  loadSet(files: readonly File[]): Promise<void>;
  cancelLoadingSet(): void;
  /** Null: the one that came with the app. */
  switchSet(id: string | null): Promise<void>;
  /** The set in use gives way to the one that came with the app first. */
  removeSet(id: string): Promise<void>;
}

export interface SetParts {
  readonly sets: ModelSets;
  readonly bundled: ModelSource;
}

/** Takes model sets in, and changes between them; whatever goes wrong, the running one stays. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its verbs call each other off: they share the work in hand and the list of sets.
export function createModelSetVerbs(
  { view, engine }: Context,
  state: StoreApi<ModelSetsState>,
  decoding: Decoding,
  { sets, bundled }: SetParts,
): ModelSetVerbs {
  let working = new AbortController();

  const sourceOf = (id: string | null): ModelSource =>
    id === null ? bundled : { kind: 'stored', id };
  const nameOf = (id: string) => state.getState().stored.find((set) => set.id === id)?.name ?? id;

  async function list(): Promise<void> {
    state.setState({ stored: await sets.list() });
  }

  function choose(chosen: string | null): void {
    state.setState({ chosen });
    saveChosenSet(chosen);
  }

  async function start(choice: BackendChoice): Promise<void> {
    await engine.start(choice, sourceOf(state.getState().chosen));
    const { phase } = engine.status.getState();
    const { chosen } = state.getState();
    if (phase.kind === 'failed' && chosen !== null) await fallBack(choice, chosen, phase.problem);
  }

  async function fallBack(
    choice: BackendChoice,
    id: string,
    problem: EngineProblem,
  ): Promise<void> {
    const reason = describeSetStart(problem);
    notify(view, 'warning', t('sets.unusable', { name: nameOf(id), reason }));
    choose(null);
    await engine.start(choice, bundled);
    // A photo that was opened meanwhile was refused with the set.
    await decoding.encodeAgain();
  }

  function begin(): AbortSignal {
    working.abort();
    working = new AbortController();
    return working.signal;
  }

  /** True unless the set was refused. */
  async function adopt(signal: AbortSignal, id: string | null, name: string): Promise<boolean> {
    const show = (done: number, total: number) =>
      state.setState({ work: { name, step: 'starting', done, total } });
    show(0, 0);
    const outcome = await engine.adopt(signal, sourceOf(id), (progress) =>
      show(...bytesOf(progress)),
    );
    if (!signal.aborted) state.setState({ work: null });
    if (outcome.ok) {
      choose(id);
      void decoding.encodeAgain();
      return true;
    }
    if (outcome.problem.kind === 'cancelled') return true;
    const reason = describeSetStart(outcome.problem);
    notify(view, 'error', t('sets.refused', { name, reason }));
    return false;
  }

  /** One that is refused is not kept either. */
  async function adoptNew(signal: AbortSignal, { id, name }: StoredSet): Promise<void> {
    const isWanted = await adopt(signal, id, name);
    if (isWanted || state.getState().chosen === id) return;
    await sets.remove(id);
    await list();
  }

  async function remove(id: string): Promise<void> {
    if (state.getState().chosen === id) await adopt(begin(), null, t('sets.builtIn'));
    if (state.getState().chosen === id) return;
    await sets.remove(id);
    await list();
  }

  return {
    modelSets: state,
    async startModel(choice) {
      await list();
      await start(choice);
    },
    async chooseBackend(choice) {
      await Promise.all([start(choice), decoding.encodeAgain()]);
    },
    async loadSet(files) {
      const chosen = setFilesFrom(files);
      if (!chosen) return;
      const name = nameOfFiles(files);
      const signal = begin();
      const show = (done: number, total: number) =>
        state.setState({ work: { name, step: 'reading', done, total } });
      show(0, 0);
      const outcome = await sets.take(signal, chosen, show);
      if (!signal.aborted) state.setState({ work: null });
      await list();
      if (outcome.ok && !signal.aborted) return adoptNew(signal, outcome.value);
      if (outcome.ok || outcome.problem.kind === 'cancelled') return;
      const reason = describeSetProblem(outcome.problem);
      notify(view, 'error', t('sets.refused', { name, reason }));
    },
    cancelLoadingSet() {
      working.abort();
      state.setState({ work: null });
    },
    async switchSet(id) {
      await adopt(begin(), id, id === null ? t('sets.builtIn') : nameOf(id));
    },
    removeSet: remove,
  };
}

function bytesOf(progress: StartProgress): [done: number, total: number] {
  return progress.phase === 'loading' ? [progress.loadedBytes, progress.totalBytes] : [0, 0];
}

/** A zip's own name, or the folder's. */
function nameOfFiles([first]: readonly File[]): string {
  return first?.webkitRelativePath.split('/')[0] || (first?.name ?? '');
}

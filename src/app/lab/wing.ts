import { createStore, type StoreApi } from 'zustand/vanilla';
import { newId } from '../../browser/new-id.ts';
import type { Degrader } from '../../degrade/client.ts';
import type { Degraded } from '../../degrade/protocol.ts';
import type { DegradationName } from '../../degrade/stack.ts';
import type { Condition, Subject } from '../../evaluate/results.ts';
import { intersectMasks, subtractFromMask } from '../../mask/patch.ts';
import { closeLevels } from '../../photo/levels.ts';
import type { PhotoLevel } from '../../photo/protocol.ts';
import { download } from '../files/save-file.ts';
import type { Context } from '../state/context.ts';
import { askAboutDegraded, subjectOf } from './asking.ts';
import { degradedPhoto, degradedPreview, UnreadablePhoto } from './degrading.ts';
import {
  type LabFailure,
  type LabResult,
  type LabRun,
  type LabState,
  type LabStep,
  NEW_LAB,
} from './lab-state.ts';
import { runAll } from './run-all.ts';
import type { RunFile } from './saving.ts';
import { stackOf, withMoved, withSeverity, withStep } from './stack-edits.ts';

/** The photo degraded on purpose, and what the models make of it. Neither the photo nor the document changes. */
export interface LabVerbs {
  readonly lab: StoreApi<LabState>;
  /** Closed, the photo is shown as it is. */
  setLab(isOpen: boolean): void;
  addDegradation(name: DegradationName): void;
  removeDegradation(stepId: string): void;
  /** One place towards the first (-1) or the last. */
  moveDegradation(stepId: string, by: 1 | -1): void;
  /** Shows a severity on a small picture. */
  previewSeverity(stepId: string, severity: number): void;
  /** Makes the photo at its full size. */
  keepSeverity(): void;
  setLabSeed(seed: number): void;
  /** The prompt of the selected object, or the one in hand, to all models. */
  askInLab(): Promise<void>;
  /** Every degradation at every severity, for the same prompt. */
  runAllInLab(): Promise<void>;
  /** What is done by then stays. */
  cancelLabRun(): void;
  /** Degrades the photo on the stage as a case of the run. */
  openLabCase(condition: Condition): void;
  saveLabRun(kind: RunFile): Promise<void>;
  /** Draws where a model's mask differs from the truth; null: not. */
  showLabDifference(subject: Subject | null): void;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: previews, the full size and the answers follow one stack.
export function createLab(context: Context, degrader: Degrader): LabVerbs {
  const { document, view } = context;
  const lab = createStore<LabState>(() => NEW_LAB);
  let work = new AbortController();
  let made: Degraded | null = null;

  function begin(): AbortSignal {
    work.abort();
    work = new AbortController();
    return work.signal;
  }

  function show(levels: readonly PhotoLevel[] | null): void {
    const { lab: shown } = view.getState();
    if (shown) view.setState({ lab: { ...shown, levels } });
    const gone = shown ? shown.levels : levels;
    if (gone) closeLevels(gone);
  }

  function forgetResults(): void {
    if (lab.getState().results) lab.setState({ results: null });
    showLabDifference(null);
  }

  async function preview(): Promise<void> {
    const { photo } = view.getState();
    const signal = begin();
    made = null;
    if (!photo || !view.getState().lab) return;
    const levels = await degradedPreview(degrader, photo, stackOf(lab.getState()));
    if (!levels) return;
    if (signal.aborted) closeLevels(levels);
    else show(levels);
  }

  async function degradeAll(): Promise<void> {
    const signal = begin();
    made = null;
    const { photo, lab: shown } = view.getState();
    lab.setState({ work: null, failure: null });
    if (!photo || !shown) return;
    const stack = stackOf(lab.getState());
    if (stack.steps.length === 0) return show(null);
    lab.setState({ work: 'degrading' });
    try {
      const degraded = await degradedPhoto(context, degrader, signal, photo.id, stack);
      made = degraded;
      show(degraded.levels);
      lab.setState({ work: null });
    } catch (error) {
      if (!signal.aborted) lab.setState({ work: null, failure: failureOf(error, 'degrading') });
    }
  }

  function change(changed: Pick<Partial<LabState>, 'steps' | 'seed'>): void {
    lab.setState(changed);
    forgetResults();
    void degradeAll();
  }

  function changeSteps(edit: (steps: readonly LabStep[]) => readonly LabStep[]): void {
    change({ steps: edit(lab.getState().steps) });
  }

  function setLab(isOpen: boolean): void {
    const { photo, lab: shown } = view.getState();
    if (isOpen === (shown !== null) || (isOpen && !photo)) return;
    if (isOpen) {
      view.setState({ lab: NOTHING_SHOWN });
      void degradeAll();
      return;
    }
    begin();
    made = null;
    view.setState({ lab: null });
    if (shown?.levels) closeLevels(shown.levels);
    lab.setState({ work: null, failure: null, results: null, shownSubject: null });
    degrader.end();
  }

  function showLabDifference(subject: Subject | null): void {
    const { results } = lab.getState();
    const { lab: shown } = view.getState();
    const result = results?.all.find((one) => one.subject === subject);
    lab.setState({ shownSubject: result?.subject ?? null });
    if (!shown || (!result && !shown.difference)) return;
    const difference = results && result ? differenceOf(result, results.truth) : null;
    view.setState({ lab: { ...shown, difference } });
  }

  async function askInLab(): Promise<void> {
    const { photo } = view.getState();
    const subject = subjectOf(document.state.getState(), view.getState());
    if (!photo || !subject || !made) return;
    const { signal } = work;
    const id = `${photo.id} ${JSON.stringify(stackOf(lab.getState()))}`;
    const asked = { id, degraded: made, subject };
    forgetResults();
    lab.setState({ work: 'asking', failure: null });
    try {
      const all = await askAboutDegraded(context, degrader, signal, asked);
      const { truth, objectName } = subject;
      lab.setState({ work: null, results: { truth, objectName, all } });
      showLabDifference(all[0]?.subject ?? null);
    } catch (error) {
      if (!signal.aborted) lab.setState({ work: null, failure: failureOf(error, 'asking') });
    }
  }

  async function runAllInLab(): Promise<void> {
    const { photo } = view.getState();
    const { photos, ...state } = document.state.getState();
    const subject = subjectOf(state, view.getState());
    const named = photos.find(({ id }) => id === photo?.id);
    if (!named || !subject || lab.getState().work) return;
    const { signal } = work;
    const { seed } = lab.getState();
    lab.setState({ work: 'running', failure: null });
    const onProgress = (run: LabRun) => {
      if (!signal.aborted) lab.setState({ run });
    };
    try {
      await runAll({ context, degrader, signal, photo: named, subject, seed, onProgress });
      lab.setState({ work: null });
    } catch (error) {
      if (!signal.aborted) lab.setState({ work: null, failure: failureOf(error, 'asking') });
    }
  }

  function cancelLabRun(): void {
    if (lab.getState().work !== 'running') return;
    begin();
    lab.setState({ work: null });
  }

  async function saveLabRun(kind: RunFile): Promise<void> {
    const { run } = lab.getState();
    if (!run) return;
    const { fileOf } = await import('./saving.ts');
    download(await fileOf(run, kind), `robustsam-lab.${kind}`);
  }

  view.subscribe((now, before) => {
    if (!now.lab) return;
    if (now.photo?.id !== before.photo?.id) {
      forgetResults();
      lab.setState({ run: null });
      show(null);
      if (now.photo) void degradeAll();
      else setLab(false);
    } else if (
      now.live?.mask !== before.live?.mask ||
      now.selectedObjectId !== before.selectedObjectId
    )
      forgetResults();
  });

  return {
    lab,
    setLab,
    showLabDifference,
    askInLab,
    runAllInLab,
    cancelLabRun,
    saveLabRun,
    openLabCase: ({ degradation, severity }) =>
      change({ steps: degradation ? [{ id: newId(), name: degradation, severity }] : [] }),
    addDegradation: (name) => changeSteps((steps) => withStep(steps, newId(), name)),
    removeDegradation: (id) => changeSteps((steps) => steps.filter((step) => step.id !== id)),
    moveDegradation: (id, by) => changeSteps((steps) => withMoved(steps, id, by)),
    previewSeverity(id, severity) {
      lab.setState({ steps: withSeverity(lab.getState().steps, id, severity), work: 'degrading' });
      forgetResults();
      void preview();
    },
    keepSeverity: () => void degradeAll(),
    setLabSeed: (seed) => change({ seed }),
  };
}

const NOTHING_SHOWN = { levels: null, difference: null };

function differenceOf({ mask }: LabResult, truth: LabResult['mask']) {
  return {
    missed: subtractFromMask(truth, mask),
    surplus: subtractFromMask(mask, truth),
    common: intersectMasks(truth, mask),
  };
}

function failureOf(error: unknown, kind: 'degrading' | 'asking'): LabFailure {
  if (error instanceof UnreadablePhoto) return { kind: 'unreadable' };
  return { kind, detail: error instanceof Error ? error.message : String(error) };
}

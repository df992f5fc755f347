import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Annotator } from '../../app/annotator.ts';
import type { FolderState } from '../../app/folder/folder-state.ts';
import type { LabState } from '../../app/lab/lab-state.ts';
import type { AheadState } from '../../app/model/ahead-state.ts';
import type { ModelSetsState } from '../../app/model/model-sets-state.ts';
import type { ProjectsState } from '../../app/projects/projects-state.ts';
import { choiceInUse, type ModelChoice } from '../../app/state/model-choice.ts';
import { currentPrompt, shownObjects } from '../../app/state/questions.ts';
import type { ViewState } from '../../app/state/view.ts';
import type { TransfersState } from '../../app/transfers/transfers.ts';
import type { TruthState } from '../../app/truth/truth-state.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import type { EngineStatus } from '../../engine/engine.ts';
import type { OfflineStatus } from '../../offline/status.ts';
import type { Prompt } from '../../prompt/prompt.ts';

export const AnnotatorContext = createContext<Annotator | null>(null);

export function useAnnotator(): Annotator {
  const annotator = useContext(AnnotatorContext);
  if (!annotator) throw new Error('AnnotatorContext is missing above this component.');
  return annotator;
}

export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useAnnotator().document, select);
}

export function useView<T>(select: (state: ViewState) => T): T {
  return useStore(useAnnotator().view, select);
}

export function useEngine<T>(select: (state: EngineStatus) => T): T {
  return useStore(useAnnotator().engine, select);
}

export function useTransfers<T>(select: (state: TransfersState) => T): T {
  return useStore(useAnnotator().transfers, select);
}

export function useProjects<T>(select: (state: ProjectsState) => T): T {
  return useStore(useAnnotator().projects, select);
}

export function useOffline<T>(select: (state: OfflineStatus) => T): T {
  return useStore(useAnnotator().offline, select);
}

export function useAhead<T>(select: (state: AheadState) => T): T {
  return useStore(useAnnotator().ahead, select);
}

export function useTruth<T>(select: (state: TruthState) => T): T {
  return useStore(useAnnotator().truth, select);
}

export function useLab<T>(select: (state: LabState) => T): T {
  return useStore(useAnnotator().lab, select);
}

export function useFolder<T>(select: (state: FolderState) => T): T {
  return useStore(useAnnotator().folder, select);
}

export function useModelSets<T>(select: (state: ModelSetsState) => T): T {
  return useStore(useAnnotator().modelSets, select);
}

/** Who answers, as far as the loaded model set can follow the person's choice. */
export function useChoiceInUse(): ModelChoice {
  const choice = useView((view) => view.modelChoice);
  const kinds = useEngine((status) => status.kinds);
  return choiceInUse(choice, kinds);
}

/** Kept objects of the shown photo. */
export function useObjects(): readonly MaskObject[] {
  const photo = useView((view) => view.photo);
  return useDocument((state) => shownObjects(state, { photo }));
}

/** The prompt in hand on the shown photo. */
export function usePrompt(): Prompt {
  const photo = useView((view) => view.photo);
  return useDocument((state) => currentPrompt(state, { photo }));
}

import { createStore } from 'zustand/vanilla';
import { EMPTY_HISTORY } from '../document/history-state.ts';
import { EMPTY_DOCUMENT } from '../document/types.ts';
import { OFF } from '../engine/engine.ts';
import { NOTHING_KNOWN } from '../offline/status.ts';
import type { Annotator } from './annotator.ts';
import { nothingAhead } from './model/ahead-state.ts';
import { noSetsKnown } from './model/model-sets-state.ts';
import { NOTHING_OPEN } from './projects/projects-state.ts';
import { createView } from './state/context.ts';
import { loadChosenSet, loadHasProjects } from './state/settings.ts';
import { NO_TRUTH } from './truth/truth-state.ts';

/** What the first screen shows; the verbs, which come beside it, write them. */
export type Stores = Pick<
  Annotator,
  | 'document'
  | 'history'
  | 'view'
  | 'projects'
  | 'truth'
  | 'modelSets'
  | 'ahead'
  | 'engine'
  | 'offline'
>;

export function createStores(): Stores {
  const view = createView();
  return {
    document: createStore(() => EMPTY_DOCUMENT),
    history: createStore(() => EMPTY_HISTORY),
    view,
    projects: createStore(() => ({ ...NOTHING_OPEN, isOpening: loadHasProjects() })),
    truth: createStore(() => NO_TRUTH),
    modelSets: createStore(() => noSetsKnown(loadChosenSet())),
    ahead: createStore(() => nothingAhead(!view.getState().encodesAhead)),
    engine: createStore(() => OFF),
    offline: createStore(() => NOTHING_KNOWN),
  };
}

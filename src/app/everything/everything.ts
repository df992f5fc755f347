import type { EverythingThresholds } from '../../engine/everything.ts';
import { type Context, modelsInUse, now } from '../state/context.ts';
import type { ProposalFilter } from '../state/everything.ts';
import { DEFAULT_SETTINGS, type EverythingSettings } from '../state/everything-settings.ts';
import { NO_PREVIEW } from '../state/view.ts';
import { createDeciding, type DecidingVerbs } from './deciding.ts';
import { createFinding, type FindingVerbs } from './finding.ts';
import { proposalAt, proposalsShown } from './proposals.ts';

interface SettingVerbs {
  setEverythingGrid(grid: Partial<EverythingSettings['grid']>): void;
  /** Thresholds of the model that would be asked. */
  setEverythingThresholds(thresholds: Partial<EverythingThresholds>): void;
  resetEverythingSettings(): void;
  setProposalFilter(filter: Partial<ProposalFilter>): void;
}

/** Masks of everything on the photo, found unasked, and the person's word on each. */
export interface EverythingVerbs extends FindingVerbs, DecidingVerbs, SettingVerbs {
  pointProposal(id: string | null): void;
}

export function createEverything(context: Context): EverythingVerbs {
  return {
    ...createFinding(context),
    ...createDeciding(context),
    ...settingVerbs(context),
    pointProposal: createPointing(context),
  };
}

/** Points at the proposal under the pointer whenever it or what is shown changes; a list points at one by its id. */
function createPointing(context: Context): (id: string | null) => void {
  const { document, view } = context;

  function point(id: string | null): void {
    if (view.getState().pointedProposalId === id) return;
    view.setState({ pointedProposalId: id, ...(id ? NO_PREVIEW : {}) });
  }

  function pointAtPointer(): void {
    const { pointer } = view.getState();
    const shown = pointer ? proposalsShown(...now(context)) : [];
    point(pointer && (proposalAt(shown, pointer)?.id ?? null));
  }

  view.subscribe((now, before) => {
    if (now.pointer !== before.pointer || now.proposalFilter !== before.proposalFilter)
      pointAtPointer();
  });
  document.state.subscribe(({ proposals }, before) => {
    if (proposals !== before.proposals) pointAtPointer();
  });
  return point;
}

function settingVerbs(context: Context): SettingVerbs {
  const { view } = context;
  const set = (everythingSettings: EverythingSettings) => view.setState({ everythingSettings });
  return {
    setEverythingGrid(changed) {
      const { grid, thresholds } = view.getState().everythingSettings;
      set({ grid: { ...grid, ...changed }, thresholds });
    },
    setEverythingThresholds(changed) {
      const [model] = modelsInUse(context);
      const { grid, thresholds } = view.getState().everythingSettings;
      const own = { ...thresholds[model], ...changed };
      set({ grid, thresholds: { ...thresholds, [model]: own } });
    },
    resetEverythingSettings: () => set(DEFAULT_SETTINGS),
    setProposalFilter: (filter) =>
      view.setState(({ proposalFilter }) => ({ proposalFilter: { ...proposalFilter, ...filter } })),
  };
}

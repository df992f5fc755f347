import type { Proposal } from '../../document/types.ts';
import type { EverythingThresholds } from '../../engine/everything.ts';
import type { ProposalFilter } from '../state/everything.ts';
import type { EverythingSettings } from '../state/everything-settings.ts';

export interface EverythingVerbs {
  /** Looks for masks of everything on the shown photo; they take the place of its proposals. */
  findEverything(): Promise<void>;
  /** What was there before stays. False when nothing was under way. */
  cancelEverything(): boolean;
  setEverythingGrid(grid: Partial<EverythingSettings['grid']>): void;
  /** Of the model that would be asked. */
  setEverythingThresholds(thresholds: Partial<EverythingThresholds>): void;
  resetEverythingSettings(): void;
  setProposalFilter(filter: Partial<ProposalFilter>): void;
  pointProposal(id: string | null): void;
  /** They become objects of the class that new ones have: one undo step. */
  acceptProposals(ids: readonly Proposal['id'][]): void;
  /** One undo step. */
  dropProposals(ids: readonly Proposal['id'][]): void;
}

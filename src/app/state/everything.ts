import type { EverythingProgress } from '../../engine/everything.ts';
import { DEFAULT_SETTINGS, type EverythingSettings } from './everything-settings.ts';

export type EverythingPhase =
  | { readonly kind: 'off' }
  /** `progress` is null until the photo is encoded and the first points are through. */
  | {
      readonly kind: 'running';
      readonly photoId: string;
      readonly progress: EverythingProgress | null;
      /** performance.now() at the first progress. */
      readonly startedAt: number;
    }
  | {
      readonly kind: 'cancelled';
      readonly photoId: string;
      readonly progress: EverythingProgress | null;
    }
  | { readonly kind: 'failed'; readonly photoId: string; readonly reason: string }
  /** `known`: what was found besides, and is an object already. */
  | {
      readonly kind: 'done';
      readonly photoId: string;
      readonly found: number;
      readonly known: number;
    };

/** Proposals below it are put aside: not shown, and neither accepted nor dropped with the others. */
export interface ProposalFilter {
  /** 0 to 1. */
  readonly predictedIou: number;
  /** Photo pixels. */
  readonly area: number;
}

/** The part of the view that is about proposals. */
export interface EverythingState {
  readonly everything: EverythingPhase;
  readonly everythingSettings: EverythingSettings;
  readonly proposalFilter: ProposalFilter;
  /** Under the pointer, on the photo or in the list. */
  readonly pointedProposalId: string | null;
}

export const NO_EVERYTHING: EverythingState = {
  everything: { kind: 'off' },
  everythingSettings: DEFAULT_SETTINGS,
  proposalFilter: { predictedIou: 0, area: 0 },
  pointedProposalId: null,
};

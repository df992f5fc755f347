import { useMemo } from 'react';
import { proposalsShown } from '../../app/everything/proposals.ts';
import { proposalsOn } from '../../app/state/questions.ts';
import type { Proposal } from '../../document/types.ts';
import { useDocument, useView } from '../kit/annotator.ts';

/** All that wait on the shown photo, and those of them that the sliders let through. */
export function useProposals(): {
  readonly all: readonly Proposal[];
  readonly shown: readonly Proposal[];
} {
  const photo = useView((view) => view.photo);
  const proposalFilter = useView((view) => view.proposalFilter);
  const proposals = useDocument((state) => state.proposals);
  return useMemo(
    () => ({
      all: proposalsOn({ proposals }, { photo }),
      shown: proposalsShown({ proposals }, { photo, proposalFilter }),
    }),
    [proposals, photo, proposalFilter],
  );
}

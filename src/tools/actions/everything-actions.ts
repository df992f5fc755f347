import { proposalsShown } from '../../app/everything/proposals.ts';
import type { ActionSet, Hands } from './action.ts';
import { noPhoto } from './reasons.ts';

const PANEL = { mouse: 'Everything panel', touch: 'Everything panel' } as const;

export const everythingActions = {
  findEverything: {
    title: 'Find everything',
    keys: ['E'],
    mouse: 'tool rail',
    touch: 'tool row',
    whyNot: (hands) => noPhoto(hands) ?? (isFinding(hands) ? 'It is under way' : null),
    run: ({ annotator }) => void annotator.findEverything(),
  },
  cancelEverything: {
    title: 'Stop finding everything',
    ...PANEL,
    whyNot: (hands) => (isFinding(hands) ? null : 'It is not under way'),
    run: ({ annotator }) => void annotator.cancelEverything(),
  },
  acceptProposals: {
    title: 'Accept all proposals',
    ...PANEL,
    whyNot: noProposals,
    run: (hands) => hands.annotator.acceptProposals(proposalIds(hands)),
  },
  dropProposals: {
    title: 'Drop all proposals',
    ...PANEL,
    whyNot: noProposals,
    run: (hands) => hands.annotator.dropProposals(proposalIds(hands)),
  },
} as const satisfies ActionSet;

function isFinding({ annotator }: Hands): boolean {
  return annotator.view.getState().everything.kind === 'running';
}

function proposalIds({ annotator }: Hands): readonly string[] {
  return proposalsShown(annotator.document.getState(), annotator.view.getState()).map(
    ({ id }) => id,
  );
}

function noProposals(hands: Hands): string | null {
  return proposalIds(hands).length > 0 ? null : 'Find everything first';
}

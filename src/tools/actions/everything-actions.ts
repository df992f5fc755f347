import { proposalsShown } from '../../app/everything/proposals.ts';
import { t } from '../../words/words.ts';
import type { Hands } from './action.ts';
import { actionSet } from './action-set.ts';
import { noPhoto } from './reasons.ts';

const PANEL = { mouse: 'everythingPanel', touch: 'everythingPanel' } as const;

export const everythingActions = actionSet('everything', {
  findEverything: {
    keys: ['E'],
    mouse: 'toolRail',
    touch: 'toolRow',
    whyNot: (hands) => noPhoto(hands) ?? (isFinding(hands) ? t('reasons.underWay') : null),
    run: ({ annotator }) => void annotator.findEverything(),
  },
  cancelEverything: {
    ...PANEL,
    whyNot: (hands) => (isFinding(hands) ? null : t('reasons.notUnderWay')),
    run: ({ annotator }) => void annotator.cancelEverything(),
  },
  acceptProposals: {
    ...PANEL,
    whyNot: noProposals,
    run: (hands) => hands.annotator.acceptProposals(proposalIds(hands)),
  },
  dropProposals: {
    ...PANEL,
    whyNot: noProposals,
    run: (hands) => hands.annotator.dropProposals(proposalIds(hands)),
  },
});

function isFinding({ annotator }: Hands): boolean {
  return annotator.view.getState().everything.kind === 'running';
}

function proposalIds({ annotator }: Hands): readonly string[] {
  return proposalsShown(annotator.document.getState(), annotator.view.getState()).map(
    ({ id }) => id,
  );
}

function noProposals(hands: Hands): string | null {
  return proposalIds(hands).length > 0 ? null : t('reasons.noProposals');
}

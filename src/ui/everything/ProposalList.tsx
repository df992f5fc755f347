import { Check, X } from 'lucide-react';
import { proposalArea } from '../../app/everything/proposals.ts';
import type { Proposal } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { formatShare } from '../kit/format.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { RowList } from '../kit/RowList.tsx';
import { ObjectThumb } from '../objects/ObjectThumb.tsx';

const LINE = '#fff';

export function ProposalList({ proposals }: { readonly proposals: readonly Proposal[] }) {
  return (
    <RowList className="proposals" label={t('everythingPanel.proposals')} rows={proposals}>
      {(proposal, i) => <ProposalRow proposal={proposal} number={i + 1} />}
    </RowList>
  );
}

function ProposalRow({
  proposal,
  number,
}: {
  readonly proposal: Proposal;
  readonly number: number;
}) {
  const annotator = useAnnotator();
  const { width, height } = useView((view) => view.viewport.image);
  const { id, mask, predictedIou, stability } = proposal;
  const isPointed = useView((view) => view.pointedProposalId === id);
  const name = t('everythingPanel.proposal', { number });
  const point = () => annotator.pointProposal(id);
  const leave = () => annotator.pointProposal(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: all it does is to show where the proposal lies.
    <div
      className="object"
      data-selected={isPointed}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <div className="object-name proposal-name">
        <ObjectThumb mask={mask} color={LINE} />
        <span className="object-words">
          <span className="object-title">
            {name} · {formatShare(proposalArea(proposal) / (width * height))}
          </span>
          <span className="object-figures">
            {t('everythingPanel.figures', {
              iou: predictedIou.toFixed(2),
              stability: stability.toFixed(2),
            })}
          </span>
        </span>
      </div>
      <IconButton
        icon={Check}
        label={t('everythingPanel.accept', { name })}
        tip="left"
        onClick={() => annotator.acceptProposals([id])}
      />
      <IconButton
        icon={X}
        label={t('everythingPanel.drop', { name })}
        tip="left"
        onClick={() => annotator.dropProposals([id])}
      />
    </div>
  );
}

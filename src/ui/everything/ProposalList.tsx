import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { proposalArea } from '../../app/everything/proposals.ts';
import type { Proposal } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useView } from '../annotator.ts';
import { formatShare } from '../format.ts';
import { IconButton } from '../IconButton.tsx';
import { ObjectThumb } from '../objects/ObjectThumb.tsx';

/** Painting hundreds of pictures at once would hold the page up. */
const ROWS_AT_ONCE = 40;
const LINE = '#fff';

export function ProposalList({ proposals }: { readonly proposals: readonly Proposal[] }) {
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const more = proposals.length - most;
  return (
    <>
      <ul className="objects proposals" aria-label={t('everythingPanel.proposals')}>
        {proposals.slice(0, most).map((proposal, i) => (
          <ProposalRow key={proposal.id} proposal={proposal} number={i + 1} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className="button quiet" onClick={() => setMost(most + ROWS_AT_ONCE)}>
          {t('everythingPanel.more', { more: Math.min(more, ROWS_AT_ONCE) })}
        </button>
      )}
    </>
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
    <li
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
    </li>
  );
}

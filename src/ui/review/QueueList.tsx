import { useMemo } from 'react';
import { shownName } from '../../app/objects/object-name.ts';
import type { Queued } from '../../app/review/queue.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument } from '../kit/annotator.ts';
import { formatShare } from '../kit/format.ts';
import { ReviewMark } from '../kit/ReviewMark.tsx';
import { RowList } from '../kit/RowList.tsx';
import { reasonWords } from './reason-words.ts';

interface Props {
  readonly queue: readonly Queued[];
  /** The one that is looked at; -1: none of them. */
  readonly at: number;
}

export function QueueList({ queue, at }: Props) {
  const rows = useMemo(
    () => queue.map((queued) => ({ ...queued, id: `${queued.photoId} ${queued.object.id}` })),
    [queue],
  );
  return (
    <RowList
      className="review-queue"
      label={t('review.queue')}
      rows={rows}
      leadId={rows[at]?.id ?? null}
    >
      {(queued, i) => <QueueRow queued={queued} isCurrent={i === at} />}
    </RowList>
  );
}

function QueueRow({ queued, isCurrent }: { readonly queued: Queued; readonly isCurrent: boolean }) {
  const annotator = useAnnotator();
  const { photoId, object, score, reasons } = queued;
  const photo = useDocument(({ photos }) => photos.find(({ id }) => id === photoId)?.name ?? '');
  const className = useDocument(
    ({ classes }) => classes.find(({ id }) => id === object.classId)?.name,
  );
  const [reason] = reasons;
  return (
    <div className="object" data-selected={isCurrent}>
      <button
        type="button"
        className="object-name"
        aria-current={isCurrent}
        onClick={() => void annotator.showReviewed({ photoId, objectId: object.id })}
      >
        <span className="review-score">
          {object.review ? (
            <ReviewMark state={object.review.state} />
          ) : (
            <span title={t('review.doubt')}>{formatShare(score)}</span>
          )}
        </span>
        <span className="object-words">
          <span className="object-title">
            {[shownName(object), className, photo].filter(Boolean).join(' · ')}
          </span>
          <span className="object-figures">
            {reason ? reasonWords(reason) : t('review.reasons.none')}
          </span>
        </span>
      </button>
    </div>
  );
}

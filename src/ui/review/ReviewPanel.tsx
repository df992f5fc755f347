import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useMemo } from 'react';
import { placeIn, progressOf, type Queued, queueOf, reviewedNow } from '../../app/review/queue.ts';
import { t } from '../../words/words.ts';
import { ActionButton } from '../actions/ActionButton.tsx';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { CommitField } from '../kit/CommitField.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Panel } from '../kit/Panel.tsx';
import { PhotoVerdict } from './PhotoVerdict.tsx';
import { QueueFilter } from './QueueFilter.tsx';
import { QueueList } from './QueueList.tsx';
import { ReviewCard } from './ReviewCard.tsx';

/** Objects of all photos, the most doubtful first, and the person's word on each. */
export function ReviewPanel() {
  const photos = useDocument((state) => state.photos);
  const objects = useDocument((state) => state.objects);
  const measuring = useView((view) => view.measuring);
  const { reviewed, of } = useMemo(() => progressOf({ photos, objects }), [photos, objects]);
  return (
    <div ref={showWhole}>
      <Panel title={t('review.title')} figure={of > 0 ? `${reviewed} / ${of}` : ''}>
        {measuring ? <Measuring {...measuring} /> : <Review />}
      </Panel>
    </div>
  );
}

/** It is the first panel, and the others may have been scrolled to. */
function showWhole(panel: HTMLElement | null): void {
  panel?.parentElement?.scrollTo({ top: 0 });
}

function Measuring({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <>
      <p className="hint" role="status">
        {t('review.measuring', { done, of })}
      </p>
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${of > 0 ? (100 * done) / of : 0}%` }} />
      </span>
    </>
  );
}

function useQueue(): readonly Queued[] {
  const photos = useDocument((state) => state.photos);
  const objects = useDocument((state) => state.objects);
  const filter = useView((view) => view.reviewFilter);
  return useMemo(() => queueOf({ photos, objects }, filter), [photos, objects, filter]);
}

function Review() {
  const annotator = useAnnotator();
  const queue = useQueue();
  const reviewer = useView((view) => view.reviewer);
  const photoId = useView((view) => reviewedNow(view)?.photoId);
  const objectId = useView((view) => reviewedNow(view)?.objectId);
  const at = placeIn(queue, photoId && objectId ? { photoId, objectId } : null);
  return (
    <>
      <Progress />
      <ReviewCard />
      <div className="review-steps">
        {queue.length > 0 && <Steps at={at} of={queue.length} />}
        <End />
      </div>
      <QueueFilter />
      {queue.length > 0 ? <QueueList queue={queue} at={at} /> : <NothingQueued />}
      <PhotoVerdict />
      <div className="field">
        <span>{t('review.reviewer')}</span>
        <CommitField
          label={t('review.reviewer')}
          placeholder={t('review.reviewerHint')}
          value={reviewer}
          onCommit={annotator.setReviewer}
        />
      </div>
    </>
  );
}

function Steps({ at, of }: { readonly at: number; readonly of: number }) {
  return (
    <>
      <ActionButton action="previousReviewed" icon={ChevronUp} tip="left" />
      <span className="hint">{placeWords(at, of)}</span>
      <ActionButton action="nextReviewed" icon={ChevronDown} tip="left" />
    </>
  );
}

/** Closes the panel; that the review is on is plain to see. */
function End() {
  const annotator = useAnnotator();
  const keys = useKeyWords('review');
  return (
    <IconButton
      icon={X}
      label={t('review.end')}
      {...(keys ? { keys } : {})}
      tip="left"
      onClick={() => void annotator.setReviewing(false)}
    />
  );
}

function placeWords(at: number, of: number): string {
  return at === -1 ? t('review.inQueue', { count: of }) : t('review.place', { number: at + 1, of });
}

function Progress() {
  const photos = useDocument((state) => state.photos);
  const objects = useDocument((state) => state.objects);
  const { reviewed, of } = useMemo(() => progressOf({ photos, objects }), [photos, objects]);
  if (of === 0) return null;
  return (
    <div className="review-progress">
      <span>{t('review.progress', { reviewed, of })}</span>
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * reviewed) / of}%` }} />
      </span>
    </div>
  );
}

function NothingQueued() {
  const filter = useView((view) => view.reviewFilter);
  const hasObjects = useDocument(({ photos, objects }) =>
    photos.some(({ id }) => (objects[id]?.length ?? 0) > 0),
  );
  const state = hasObjects ? filter : 'none';
  return (
    <p className="hint" role="status">
      {t(`review.empty.${state}`)}
    </p>
  );
}

import { Check, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { shownName } from '../../app/objects/object-name.ts';
import { doubtOf } from '../../app/review/queue.ts';
import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useDocument, useObjects, useView } from '../kit/annotator.ts';
import { isComposing } from '../kit/composing.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { FIELDS, focusStage } from '../kit/places.ts';
import { ReviewMark } from '../kit/ReviewMark.tsx';
import { reasonWords, stateWords } from './reason-words.ts';

/** The selected object: why it may be wrong, and the person's word on it. */
export function ReviewCard() {
  const objects = useObjects();
  const selectedId = useView((view) => view.selectedObjectId);
  const object = objects.find(({ id }) => id === selectedId);
  if (!object) return null;
  return (
    <section className="review-card" aria-label={t('review.card')}>
      <Facts object={object} objects={objects} />
      <Decision key={object.id} object={object} />
    </section>
  );
}

interface FactsProps {
  readonly object: MaskObject;
  readonly objects: readonly MaskObject[];
}

function Facts({ object, objects }: FactsProps) {
  const { review, classId } = object;
  const className = useDocument(({ classes }) => classes.find(({ id }) => id === classId)?.name);
  const reasons = doubtOf(objects, object.id)?.reasons ?? [];
  return (
    <>
      <p className="review-name">
        {[shownName(object), className ?? t('classes.none')].join(' · ')}
      </p>
      {review && (
        <p className="review-said">
          <ReviewMark state={review.state} /> {stateWords(review)}
        </p>
      )}
      <ul className="review-reasons">
        {reasons.map((reason, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two reasons of a kind differ in nothing else.
          <li key={i}>{reasonWords(reason)}</li>
        ))}
        {reasons.length === 0 && <li>{t('review.reasons.none')}</li>}
      </ul>
    </>
  );
}

function Decision({ object }: { readonly object: MaskObject }) {
  const annotator = useAnnotator();
  const [comment, setComment] = useState(object.review?.comment ?? '');
  const [acceptKeys, rejectKeys] = [useKeyWords('acceptObject'), useKeyWords('rejectObject')];
  const reject = () => void annotator.decideReview('rejected', comment);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    focusStage();
    if (event.key === 'Enter') reject();
  }

  return (
    <>
      <input
        id={FIELDS.comment}
        type="text"
        className="text-field"
        aria-label={t('review.comment')}
        placeholder={t('review.commentHint')}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="review-buttons">
        <button
          type="button"
          className="button primary"
          onMouseDown={keepFocus}
          onClick={() => void annotator.decideReview('accepted', '')}
        >
          <Check aria-hidden size={16} /> {t('review.accept')}{' '}
          {acceptKeys && <kbd className="wide-only">{acceptKeys}</kbd>}
        </button>
        <button type="button" className="button" onMouseDown={keepFocus} onClick={reject}>
          <X aria-hidden size={16} /> {t('review.reject')}{' '}
          {rejectKeys && <kbd className="wide-only">{rejectKeys}</kbd>}
        </button>
        {object.review && (
          <button
            type="button"
            className="button quiet"
            onMouseDown={keepFocus}
            onClick={() => annotator.reviewObjects([object.id], null, '')}
          >
            {t('review.takeBack')}
          </button>
        )}
      </div>
    </>
  );
}

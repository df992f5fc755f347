import { useState } from 'react';
import { stageOf } from '../../app/state/listing.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { ReviewMark } from '../kit/ReviewMark.tsx';
import { stateWords } from './reason-words.ts';

/** The shown photo as a whole: how far it is, and the person's word on it. */
export function PhotoVerdict() {
  const photoId = useView((view) => view.photo?.id);
  return photoId === undefined ? null : <Verdict key={photoId} photoId={photoId} />;
}

function Verdict({ photoId }: { readonly photoId: string }) {
  const annotator = useAnnotator();
  const name = useDocument(({ photos }) => photos.find(({ id }) => id === photoId)?.name ?? '');
  const review = useDocument((state) => state.reviews[photoId] ?? null);
  const stage = useDocument((state) => stageOf(state, photoId));
  const [comment, setComment] = useState(review?.comment ?? '');
  return (
    <section className="review-card" aria-label={t('review.photo.title')}>
      <p className="review-name">{t('review.photo.of', { name })}</p>
      <p className="review-said">
        {review ? (
          <>
            <ReviewMark state={review.state} /> {stateWords(review)}
          </>
        ) : (
          t(`filmstrip.listing.stages.${stage}`)
        )}
      </p>
      <input
        type="text"
        className="text-field"
        aria-label={t('review.photo.comment')}
        placeholder={t('review.commentHint')}
        value={comment}
        onChange={({ target }) => setComment(target.value)}
      />
      <div className="review-buttons">
        <button
          type="button"
          className="button"
          onMouseDown={keepFocus}
          onClick={() => annotator.reviewPhoto(photoId, 'accepted', '')}
        >
          {t('review.photo.accept')}
        </button>
        <button
          type="button"
          className="button"
          onMouseDown={keepFocus}
          onClick={() => annotator.reviewPhoto(photoId, 'rejected', comment)}
        >
          {t('review.photo.reject')}
        </button>
        {review && (
          <button
            type="button"
            className="button quiet"
            onMouseDown={keepFocus}
            onClick={() => annotator.reviewPhoto(photoId, null, '')}
          >
            {t('review.takeBack')}
          </button>
        )}
      </div>
    </section>
  );
}

import { useMemo } from 'react';
import { countsOf, REVIEW_FILTERS } from '../../app/review/queue.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';

/** Which objects are in the queue, and how many there are of each kind. */
export function QueueFilter() {
  const annotator = useAnnotator();
  const photos = useDocument((state) => state.photos);
  const objects = useDocument((state) => state.objects);
  const filter = useView((view) => view.reviewFilter);
  const counts = useMemo(() => countsOf({ photos, objects }), [photos, objects]);
  return (
    <label className="field">
      {t('review.show')}
      <select
        value={filter}
        onChange={({ target }) => {
          const chosen = REVIEW_FILTERS.find((one) => one === target.value);
          if (chosen) annotator.setReviewFilter(chosen);
        }}
      >
        {REVIEW_FILTERS.map((one) => (
          <option key={one} value={one}>
            {t(`review.filters.${one}`, { count: counts[one] })}
          </option>
        ))}
      </select>
    </label>
  );
}

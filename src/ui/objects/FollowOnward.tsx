import { useId, useState } from 'react';
import { objectsOf } from '../../app/state/questions.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { useListed } from '../photos/use-listed.ts';

/** Photos of a run, unless another number is typed. */
const USUAL = 10;

/** Offered where the shown photo has objects and photos come after it. */
export function FollowOnward() {
  const annotator = useAnnotator();
  const id = useId();
  const listed = useListed();
  const shownId = useView((view) => view.photo?.id);
  const isCopying = useView((view) => view.copyingFromPrevious !== null);
  const count = useDocument((state) => objectsOf(state, shownId).length);
  const [wanted, setWanted] = useState(USUAL);
  const at = listed.findIndex((photo) => photo.id === shownId);
  const after = at < 0 ? 0 : listed.length - at - 1;
  if (isCopying || count === 0 || after === 0) return null;
  const photos = Math.min(wanted, after);
  return (
    <div className="onward">
      <button
        type="button"
        className="button quiet"
        onClick={() => void annotator.followOnward(photos)}
      >
        {t('objects.onward.follow')}
      </button>
      <label htmlFor={id} className="visually-hidden">
        {t('objects.onward.count')}
      </label>
      <input
        id={id}
        key={photos}
        className="text-field"
        type="number"
        min={1}
        max={after}
        defaultValue={photos}
        onBlur={({ target }) => {
          const typed = Math.round(target.valueAsNumber);
          const inRange = Number.isNaN(typed) ? photos : Math.min(after, Math.max(1, typed));
          target.value = String(inRange);
          setWanted(inRange);
        }}
      />
    </div>
  );
}

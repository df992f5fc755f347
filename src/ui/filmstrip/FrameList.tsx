import { useEffect } from 'react';
import { wantedPhotoId } from '../../app/state/questions.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { useInSight } from '../kit/use-in-sight.ts';
import { photoMenu } from '../menu/photo-menu.ts';
import { useContextMenu } from '../menu/use-context-menu.tsx';
import { useListed } from '../photos/use-listed.ts';
import { PhotoFrame } from './PhotoFrame.tsx';

/** CSS pixels; the style sheet has the same. */
const [FRAME, GAP] = [72, 6];

/** The photos side by side. */
export function FrameList() {
  const annotator = useAnnotator();
  const hands = useHands();
  const listed = useListed();
  const shownId = useView(wantedPhotoId);
  const { scroller, inSight, length } = useInSight({
    items: listed,
    size: FRAME,
    gap: GAP,
    isHorizontal: true,
    leadId: shownId,
  });
  const seen = inSight.flatMap(({ index }) => listed[index]?.id ?? []).join(' ');
  useEffect(() => {
    if (seen !== '') annotator.thumbnails.want(seen.split(' '));
  }, [seen, annotator]);

  const menu = useContextMenu(t('photos.photo'), (target) => {
    const id = target.closest('[data-photo]')?.getAttribute('data-photo');
    const photo = listed.find((one) => one.id === id);
    return photo ? photoMenu(hands, photo) : null;
  });

  if (listed.length === 0) return <NothingListed />;
  return (
    <div ref={scroller} className="frames" {...menu.events}>
      {menu.element}
      <ul style={{ inlineSize: `${length}px` }}>
        {inSight.map(({ index, start, item: photo }) => {
          return (
            <li
              key={photo.id}
              data-photo={photo.id}
              style={{ translate: `${start}px` }}
              aria-posinset={index + 1}
              aria-setsize={listed.length}
            >
              <PhotoFrame photo={photo} isShown={photo.id === shownId} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function NothingListed() {
  const annotator = useAnnotator();
  return (
    <p className="frames nothing-listed">
      {t('filmstrip.nothing')}
      <button
        type="button"
        className="button quiet"
        onClick={() => annotator.setListing({ stage: null, quality: null, text: '' })}
      >
        {t('filmstrip.showAll')}
      </button>
    </p>
  );
}

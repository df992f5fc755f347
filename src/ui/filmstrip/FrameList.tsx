import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { PhotoEntry } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useAnnotator, useView } from '../annotator.ts';
import { photoMenu } from '../menu/photo-menu.ts';
import { useContextMenu } from '../menu/use-context-menu.tsx';
import { useListed } from '../use-listed.ts';
import { PhotoFrame } from './PhotoFrame.tsx';

/** CSS pixels from one frame to the next; the style sheet has the same. */
const FRAME_STEP = 78;
/** Frames made on either side of what is seen. */
const OVERSCAN = 6;

/** Only what can be seen is in the page, so that ten thousand photos scroll as ten do. */
export function FrameList() {
  const annotator = useAnnotator();
  const hands = useHands();
  const scroller = useRef<HTMLDivElement>(null);
  const listed = useListed();
  const shownId = useView((view) => view.photo?.id);
  const virtualizer = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => FRAME_STEP,
    getItemKey: (index) => listed[index]?.id ?? index,
    horizontal: true,
    overscan: OVERSCAN,
  });
  const frames = virtualizer.getVirtualItems();
  const shownAt = listed.findIndex(({ id }) => id === shownId);
  useEffect(() => {
    if (shownAt < 0) return;
    // With the frames' own layout; asked for at once, they would be laid out twice.
    const frame = requestAnimationFrame(() => virtualizer.scrollToIndex(shownAt));
    return () => cancelAnimationFrame(frame);
  }, [shownAt, virtualizer]);

  const seen = frames.flatMap(({ index }) => listed[index]?.id ?? []).join(' ');
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
      <ul style={{ inlineSize: `${virtualizer.getTotalSize()}px` }}>
        {frames.map(({ index, start }) => {
          const photo = listed[index] as PhotoEntry;
          return (
            <li
              key={photo.id}
              data-photo={photo.id}
              style={{ translate: `${start}px` }}
              aria-posinset={index + 1}
              aria-setsize={listed.length}
            >
              <PhotoFrame photo={photo} isShown={index === shownAt} />
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
        onClick={() => annotator.setListing({ stage: null, text: '' })}
      >
        {t('filmstrip.showAll')}
      </button>
    </p>
  );
}

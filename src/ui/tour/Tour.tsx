import { X } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { TOUR_STEPS, type TourStep } from '../../app/state/view.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { placeBeside, type Rect } from '../kit/place-beside.ts';
import { stepWords } from './tour-words.ts';
import { useAnchor } from './use-anchor.ts';

/** Four marks beside the real controls; they block nothing, and doing what one says leads to the next. */
export function Tour() {
  const step = useView((view) => view.tourStep);
  return step && <Mark key={step} step={step} />;
}

function Mark({ step }: { readonly step: TourStep }) {
  const annotator = useAnnotator();
  const { shell } = useHands();
  const dialog = useStore(shell.state, (state) => state.dialog);
  const anchor = useAnchor(step);
  const keys = {
    finish: useKeyWords('finish'),
    nameClass: useKeyWords('nameClass'),
    palette: useKeyWords('palette'),
  };
  const { title, text } = stepWords(step, worksByTouch() ? TOUCH : { isTouch: false, ...keys });
  const isLast = step === TOUR_STEPS.at(-1);
  useEffect(() => {
    if (isLast && dialog === 'export') annotator.endTour();
  }, [annotator, isLast, dialog]);
  const slot = anchor?.slot ?? null;
  const card = (
    <Card anchor={slot ? null : (anchor?.beside ?? null)} onEscape={annotator.endTour}>
      <header>
        <h2>{title}</h2>
        <IconButton icon={X} label={t('tour.skip')} tip="left" onClick={annotator.endTour} />
      </header>
      <p>{text}</p>
      <footer>
        <span className="tour-place">
          {t('tour.place', {
            number: TOUR_STEPS.indexOf(step) + 1,
            total: TOUR_STEPS.length,
          })}
        </span>
        <button type="button" className="button quiet" onClick={annotator.skipTourStep}>
          {t(isLast ? 'tour.done' : 'tour.next')}
        </button>
      </footer>
    </Card>
  );
  return (
    <>
      {anchor?.control && <Ring rect={anchor.control} />}
      {slot ? createPortal(card, slot) : card}
    </>
  );
}

const TOUCH = { isTouch: true, finish: null, nameClass: null, palette: null } as const;

function worksByTouch(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

const GAP = 10;

interface CardProps {
  readonly anchor: Rect | null;
  readonly onEscape: () => void;
  readonly children: ReactNode;
}

/** Said aloud as it comes up; the focus stays where the person works. */
function Card({ anchor, onEscape, children }: CardProps) {
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const page = { width: innerWidth, height: innerHeight };
    const at = placeBeside(
      anchor ?? { x: 0, y: 0, width: 0, height: 0 },
      { width, height },
      page,
      ['below', 'above', 'left', 'right'],
      GAP,
    );
    element.style.left = `${at.x}px`;
    element.style.top = `${at.y}px`;
  }, [anchor]);
  return (
    <section
      ref={card}
      className="tour"
      aria-label={t('tour.title')}
      aria-live="polite"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEscape();
      }}
    >
      {children}
    </section>
  );
}

/** Around the control that is meant. */
function Ring({ rect: { x, y, width, height } }: { readonly rect: Rect }) {
  return (
    <div
      className="tour-ring"
      aria-hidden
      style={{ left: x, top: y, inlineSize: width, blockSize: height }}
    />
  );
}

import { ChevronsLeftRight } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { wipeFromScreen, wipeToScreen } from '../../geometry/wipe.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { keepFocus } from '../kit/IconButton.tsx';
import { SideLabel } from './SideLabel.tsx';

/** Shares of the photo's width. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -0.02,
  ArrowRight: 0.02,
  PageDown: -0.1,
  PageUp: 0.1,
  Home: -1,
  End: 1,
};

/** The line between plain SAM and RobustSAM. Only its handle takes the pointer: the photo under the line stays clickable. */
export function WipeDivider() {
  const viewport = useView((view) => view.viewport);
  const wipe = useView((view) => view.wipe);
  const handlers = useHandle();
  const percent = Math.round(wipe * 100);
  return (
    <div className="wipe" style={{ translate: `${wipeToScreen(viewport, wipe)}px` }}>
      <SideLabel model="plain" />
      <div
        className="wipe-handle"
        role="slider"
        tabIndex={0}
        aria-label={t('stage.wipe.label')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={t('stage.wipe.value', { percent })}
        {...handlers}
      >
        <ChevronsLeftRight aria-hidden size={18} strokeWidth={2} />
      </div>
      <SideLabel model="robust" />
    </div>
  );
}

/** Drags by mouse and finger, steps by keys. */
function useHandle() {
  const annotator = useAnnotator();
  /** CSS pixels from the divider to the hand that holds it. */
  const grip = useRef<number | null>(null);
  const letGo = () => {
    grip.current = null;
  };
  return {
    onMouseDown: keepFocus,
    onPointerDown({ currentTarget, pointerId, clientX }: PointerEvent<HTMLElement>) {
      currentTarget.setPointerCapture(pointerId);
      const { viewport, wipe } = annotator.view.getState();
      grip.current = clientX - wipeToScreen(viewport, wipe);
    },
    onPointerMove({ clientX }: PointerEvent) {
      if (grip.current === null) return;
      const { viewport } = annotator.view.getState();
      annotator.setWipe(wipeFromScreen(viewport, clientX - grip.current));
    },
    onPointerUp: letGo,
    onLostPointerCapture: letGo,
    onKeyDown(event: KeyboardEvent) {
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      annotator.setWipe(annotator.view.getState().wipe + step);
    },
  };
}

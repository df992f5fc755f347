import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { attachControls } from '../../tools/controls.ts';
import { createStageState } from '../../tools/stage-state.ts';
import { useAnnotator, useView } from '../annotator.ts';
import { startPainter } from './painter.ts';

interface Props {
  readonly openPicker: () => void;
  readonly showShortcuts: () => void;
}

/** The photo and everything on it. React only mounts the canvases; painter and tools do the rest. */
export function Stage({ openPicker, showShortcuts }: Props) {
  const annotator = useAnnotator();
  const [stageState] = useState(createStageState);
  const stage = useRef<HTMLDivElement>(null);
  const photo = useRef<HTMLCanvasElement>(null);
  const objects = useRef<HTMLCanvasElement>(null);
  const live = useRef<HTMLCanvasElement>(null);
  const hand = useStore(stageState, (state) => state.hand);
  const isEmpty = useView((view) => view.photo === null);

  useEffect(() => {
    const element = stage.current;
    if (!element || !photo.current || !objects.current || !live.current) return;
    const canvases = { photo: photo.current, objects: objects.current, live: live.current };
    const stopPainting = startPainter({ annotator, state: stageState, stage: element, canvases });
    const actions = { openPicker, showShortcuts };
    const detach = attachControls(annotator, element, stageState, actions);
    return () => {
      detach();
      stopPainting();
    };
  }, [annotator, stageState, openPicker, showShortcuts]);

  return (
    <div
      ref={stage}
      className="stage"
      role="application"
      aria-label="Photo. Click an object, or press K for a crosshair moved by the arrow keys; question mark lists all keys."
      data-hand={hand}
      data-empty={isEmpty}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the stage takes keys: arrows, Enter, F and G.
      tabIndex={0}
    >
      <canvas ref={photo} />
      <canvas ref={objects} />
      <canvas ref={live} data-testid="stage-live" />
    </div>
  );
}

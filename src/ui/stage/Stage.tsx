import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { ModelKind } from '../../engine/protocol.ts';
import type { StageState } from '../../tools/stage-state.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useView } from '../annotator.ts';
import { BrushCircle } from './BrushCircle.tsx';
import { startPainter } from './painter.ts';

interface Props {
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly state: StoreApi<StageState>;
  /** Of two stages, whose masks this one shows; null for the only one. */
  readonly model: ModelKind | null;
}

/** Said of the photo; keys as the person has them. */
function hintWords(crosshair: string | null, shortcuts: string | null): string {
  return [
    t('stage.click'),
    crosshair && t('stage.crosshair', { keys: crosshair }),
    shortcuts && t('stage.shortcuts', { keys: shortcuts.replace('?', t('stage.questionMark')) }),
  ]
    .filter(Boolean)
    .join('; ');
}

/** The photo and everything on it. React only mounts the canvases; the painter does the rest. */
export function Stage({ stage, state, model }: Props) {
  const annotator = useAnnotator();
  const photo = useRef<HTMLCanvasElement>(null);
  const objects = useRef<HTMLCanvasElement>(null);
  const selected = useRef<HTMLCanvasElement>(null);
  const live = useRef<HTMLCanvasElement>(null);
  const hand = useStore(state, (now) => now.hand);
  const tool = useView((view) => view.tool);
  const isEmpty = useView((view) => view.photo === null);
  const hint = hintWords(useKeyWords('crosshair'), useKeyWords('shortcuts'));

  useEffect(() => {
    const element = stage.current;
    if (!element || !photo.current || !objects.current || !selected.current || !live.current)
      return;
    const canvases = {
      photo: photo.current,
      objects: objects.current,
      selected: selected.current,
      live: live.current,
    };
    return startPainter({ annotator, state, stage: { element, model }, canvases });
  }, [annotator, stage, state, model]);

  return (
    <div
      ref={stage}
      className="stage"
      role="application"
      aria-label={
        model
          ? t('stage.photoOf', { model: t(`modelChoice.names.${model}`), hint })
          : t('stage.photo', { hint })
      }
      data-hand={hand}
      data-tool={tool}
      data-empty={isEmpty}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the stage takes keys: arrows, Enter, F and G.
      tabIndex={0}
    >
      <canvas ref={photo} />
      <canvas ref={objects} data-testid="stage-objects" />
      <canvas ref={selected} />
      <canvas ref={live} data-testid="stage-live" />
      <BrushCircle stage={stage} state={state} />
    </div>
  );
}

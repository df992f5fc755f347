import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { StageState } from '../../tools/stage-state.ts';
import { t } from '../../words/words.ts';
import { useKeyWords } from '../actions/use-key-words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { BrushCircle } from './BrushCircle.tsx';
import { LAYERS, type Layer } from './layers.ts';
import { startPainter } from './painter.ts';

interface Props {
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly state: StoreApi<StageState>;
  /** Whose masks this one of two stages shows; null for the only one. */
  readonly model: ModelKind | null;
}

/** Said of the photo; keys as the person has them. */
function hintWords(
  leave: string | null,
  crosshair: string | null,
  shortcuts: string | null,
): string {
  return [
    t('stage.click'),
    leave && t('stage.leave', { keys: leave }),
    crosshair && t('stage.crosshair', { keys: crosshair }),
    shortcuts && t('stage.shortcuts', { keys: shortcuts.replace('?', t('stage.questionMark')) }),
  ]
    .filter(Boolean)
    .join('; ');
}

/** The photo and everything on it. React only mounts the canvases; the painter does the rest. */
export function Stage({ stage, state, model }: Props) {
  const annotator = useAnnotator();
  const canvases = useRef(new Map<Layer, HTMLCanvasElement>());
  const hand = useStore(state, (now) => now.hand);
  const tool = useView((view) => view.tool);
  const isEmpty = useView((view) => view.photo === null);
  const hint = hintWords(
    useKeyWords('nextPart'),
    useKeyWords('crosshair'),
    useKeyWords('shortcuts'),
  );

  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    return startPainter({
      annotator,
      state,
      stage: { element, model },
      canvases: canvases.current,
    });
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
      {LAYERS.map((layer) => (
        <canvas
          key={layer}
          data-testid={`stage-${layer}`}
          ref={(canvas) => {
            if (canvas) canvases.current.set(layer, canvas);
          }}
        />
      ))}
      <BrushCircle stage={stage} state={state} />
    </div>
  );
}

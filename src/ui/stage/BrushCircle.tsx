import type { RefObject } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { isBrush } from '../../tools/brush-size.ts';
import type { StageState } from '../../tools/stage-state.ts';
import { useView } from '../kit/annotator.ts';

interface Props {
  readonly stage: RefObject<HTMLElement | null>;
  readonly state: StoreApi<StageState>;
}

/** The brush at its size under the hand, in place of the mouse cursor. */
export function BrushCircle({ stage, state }: Props) {
  const tool = useView((view) => view.tool);
  const size = useView((view) => view.brushSize);
  const held = useStore(state, (now) => now.held);
  const hand = useStore(state, (now) => now.hand);
  if (!isBrush(tool) || held?.stage !== stage.current || !held || hand !== 'off') return null;
  const { x, y } = held.at;
  const style = {
    inlineSize: size,
    blockSize: size,
    translate: `${x - size / 2}px ${y - size / 2}px`,
  };
  return <div className="brush-circle" data-testid="brush-circle" data-tool={tool} style={style} />;
}

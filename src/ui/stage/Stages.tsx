import { useEffect, useLayoutEffect, useRef } from 'react';
import type { CompareLayout } from '../../app/state/model-choice.ts';
import type { ModelKind } from '../../contract/model-kind.ts';
import { attachControls } from '../../tools/controls.ts';
import type { StageElement } from '../../tools/stage-state.ts';
import { useHands } from '../actions/hands.ts';
import { useChoiceInUse, useView } from '../kit/annotator.ts';
import { LEGEND_COLOURS } from './colors.ts';
import { SideLabel } from './SideLabel.tsx';
import { Stage } from './Stage.tsx';
import { WipeDivider } from './WipeDivider.tsx';

/** One stage, or two beside each other with one viewport, one pointer and one set of keys. */
export function Stages() {
  const hands = useHands();
  const { stage: state } = hands;
  const first = useRef<HTMLDivElement>(null);
  const second = useRef<HTMLDivElement>(null);
  const layout = useLayout();
  const models = MODELS[layout];

  // On the root element: some legends are in panels.
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    for (const [name, color] of Object.entries(LEGEND_COLOURS)) style.setProperty(name, color);
  }, []);

  useEffect(() => {
    const stages = stageElements([first.current, second.current], models);
    return attachControls(hands, stages);
  }, [hands, models]);

  return (
    <div className="stages" data-layout={layout}>
      {models.map((model, i) => (
        <div key={i === 0 ? 'first' : 'second'} className="stage-side">
          <Stage stage={i === 0 ? first : second} state={state} model={model} />
          {model && <SideLabel model={model} />}
        </div>
      ))}
      {layout === 'wipe' && <WipeDivider />}
      {layout === 'outlines' && <OutlineLabels />}
    </div>
  );
}

/** Whose outline is whose. */
function OutlineLabels() {
  return (
    <div className="outline-labels">
      <SideLabel model="plain" />
      <SideLabel model="robust" />
    </div>
  );
}

type Layout = 'single' | CompareLayout;

/** Whose masks each stage shows. */
const MODELS: Readonly<Record<Layout, readonly (ModelKind | null)[]>> = {
  single: [null],
  wipe: [null],
  outlines: [null],
  'side-by-side': ['plain', 'robust'],
};

function useLayout(): Layout {
  const compareLayout = useView((view) => view.compareLayout);
  const hasPhoto = useView((view) => view.photo !== null);
  const isComparing = useChoiceInUse() === 'compare';
  return hasPhoto && isComparing ? compareLayout : 'single';
}

function stageElements(
  elements: readonly (HTMLElement | null)[],
  models: readonly (ModelKind | null)[],
): readonly StageElement[] {
  return models.flatMap((model, i) => {
    const element = elements[i];
    return element ? [{ element, model }] : [];
  });
}

import type { StoreApi } from 'zustand/vanilla';
import type { ScreenPoint, Size } from '../geometry/spaces.ts';
import {
  fitViewport,
  panBy,
  resizeStage,
  setScale,
  type Viewport,
  zoomAbout,
} from '../geometry/viewport.ts';
import type { Annotator } from './annotator.ts';
import type { ViewState } from './state/view.ts';

type NavigationVerbs = Pick<Annotator, 'resizeStage' | 'fit' | 'actualSize' | 'zoomBy' | 'panBy'>;

export function createNavigation(view: StoreApi<ViewState>): NavigationVerbs {
  function change(edit: (viewport: Viewport) => Viewport): void {
    view.setState(({ viewport }) => ({ viewport: edit(viewport) }));
  }
  return {
    resizeStage: (size: Size) => change((viewport) => resizeStage(viewport, size)),
    fit: () => change(({ stage, image }) => fitViewport(stage, image)),
    actualSize: () =>
      change((viewport) => setScale(viewport, 1 / devicePixelRatio, stageCentre(viewport))),
    zoomBy: (factor: number, about: ScreenPoint | null) =>
      change((viewport) => zoomAbout(viewport, factor, about ?? stageCentre(viewport))),
    panBy: (dx: number, dy: number) => change((viewport) => panBy(viewport, dx, dy)),
  };
}

function stageCentre({ stage }: Viewport): ScreenPoint {
  return { x: stage.width / 2, y: stage.height / 2 };
}

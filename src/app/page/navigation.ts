import type { StoreApi } from 'zustand/vanilla';
import type { ScreenPoint, Size } from '../../geometry/spaces.ts';
import {
  fitViewport,
  panBy,
  resizeStage,
  setScale,
  type Viewport,
  zoomAbout,
} from '../../geometry/viewport.ts';
import type { ViewState } from '../state/view.ts';

/** How the photo lies on the stage. */
export interface NavigationVerbs {
  /** CSS pixels of the stage; keeps the photo's centre in place. */
  resizeStage(size: Size): void;
  fit(): void;
  /** One photo pixel per device pixel. */
  actualSize(): void;
  /** Zooms about a point of the stage (its centre when null). */
  zoomBy(factor: number, about: ScreenPoint | null): void;
  panBy(dx: number, dy: number): void;
}

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

import type { DocumentState } from '../../document/types.ts';
import type { Context } from '../state/context.ts';
import { TOUR_STEPS, type TourStep } from '../state/view.ts';

export interface TourVerbs {
  /** From the first step, whether it was seen or not. */
  startTour(): void;
  /** Only for those who have not seen it yet. */
  offerTour(): void;
  /** On to the next step without doing this one; after the last the tour is over. */
  skipTourStep(): void;
  /** It won't come automatically again. */
  endTour(): void;
}

/** Leads a newcomer from a photo to a data set: who does what a step says is led on to the next. */
export function createTour(context: Context): TourVerbs {
  const { document, view } = context;

  function end(): void {
    view.setState({ tourStep: null, tourDone: true });
  }

  function leave(step: TourStep): void {
    if (view.getState().tourStep !== step) return;
    const next = TOUR_STEPS[TOUR_STEPS.indexOf(step) + 1];
    if (!next) {
      end();
      return;
    }
    // Who comes to the last step knows the way: it is left standing, and doesn't come again.
    view.setState({ tourStep: next, tourDone: next === TOUR_STEPS.at(-1) });
  }

  document.state.subscribe((now, before) => {
    const { tourStep } = view.getState();
    if (tourStep && doneSoFar(now, tourStep) > doneSoFar(before, tourStep)) leave(tourStep);
  });

  return {
    startTour: () => view.setState({ tourStep: 'open' }),
    offerTour() {
      if (!view.getState().tourDone) view.setState({ tourStep: 'open' });
    },
    skipTourStep() {
      const { tourStep } = view.getState();
      if (tourStep) leave(tourStep);
    },
    endTour: end,
  };
}

/** How often the step was done; exporting leaves no trace here. */
function doneSoFar({ photos, prompts, objects }: DocumentState, step: TourStep): number {
  switch (step) {
    case 'open':
      return photos.length;
    case 'click':
      return Object.values(prompts).flat().length;
    case 'keep':
      return Object.values(objects).flat().length;
    case 'export':
      return 0;
  }
}

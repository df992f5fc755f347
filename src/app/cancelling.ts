import { selectionOf } from './objects/selection.ts';
import { type Context, now } from './state/context.ts';
import { isPrompting } from './state/questions.ts';

export interface CancelVerbs {
  /** Esc: drops what is being drawn, else moved points, else a preview of the mask, else a zoom in on an object, else what is being opened or copied, else the prompt, else the tour, else finding everything, else the selection. */
  cancel(): void;
}

/** What each wing can give up. */
interface Cancels {
  cancelOpening(): void;
  cancelCopyFromPrevious(): void;
  clearPrompt(): void;
  /** These are false when nothing was under way. */
  dropOutline(): boolean;
  cancelZoomRefine(): boolean;
  cancelEverything(): boolean;
}

/** One key for all of it: what was begun last is given up first. */
export function createCancelling(context: Context, wings: Cancels): CancelVerbs {
  const { view } = context;
  return {
    cancel() {
      const { draftBox, draft, reshaping, opening, copyingFromPrevious, tourStep } =
        view.getState();
      if (draftBox || draft) view.setState({ draftBox: null, draft: null });
      else if (wings.dropOutline()) return;
      else if (reshaping) view.setState({ reshaping: null });
      else if (wings.cancelZoomRefine()) return;
      else if (opening) wings.cancelOpening();
      else if (copyingFromPrevious) wings.cancelCopyFromPrevious();
      else if (isPrompting(...now(context))) wings.clearPrompt();
      else if (tourStep) view.setState({ tourStep: null, tourDone: true });
      else if (!wings.cancelEverything()) view.setState({ ...selectionOf([]), heldAgainst: null });
    },
  };
}

import type { Context } from '../state/context.ts';
import type { CompareLayout, ModelChoice } from '../state/model-choice.ts';
import { NO_PREVIEW } from '../state/view.ts';
import type { Decoding } from './decoding.ts';
import type { HoveringVerbs } from './hovering.ts';

export interface ComparingVerbs {
  /** Who answers from now on; the prompt in hand is asked again. No step of the history. */
  chooseModel(choice: ModelChoice): Promise<void>;
  setCompareLayout(layout: CompareLayout): void;
  /** Moves the wipe's divider to a share of the photo's width, 0 to 1. */
  setWipe(share: number): void;
  /** Whether hatching shows where the two masks differ. */
  setHatching(hatches: boolean): void;
  /** The object that both masks are held against; null: none. */
  setComparedTruth(objectId: string | null): void;
}

interface Parts {
  readonly decoding: Decoding;
  readonly hovering: Pick<HoveringVerbs, 'hover'>;
}

export function createComparing({ view }: Context, { decoding, hovering }: Parts): ComparingVerbs {
  return {
    async chooseModel(modelChoice) {
      view.setState({ modelChoice, ...NO_PREVIEW });
      hovering.hover(view.getState().pointer);
      const seen = decoding.encodeAgain();
      void decoding.refresh();
      await seen;
    },
    setCompareLayout(compareLayout) {
      view.setState({ compareLayout });
    },
    setWipe: (wipe) => view.setState({ wipe: Math.min(Math.max(wipe, 0), 1) }),
    setHatching: (hatches) => view.setState({ hatches }),
    setComparedTruth: (comparedTruthId) => view.setState({ comparedTruthId }),
  };
}

import type { Annotator } from '../annotator.ts';
import type { Context } from '../state/context.ts';
import { NO_PREVIEW } from '../state/view.ts';
import type { Decoding } from './decoding.ts';

type ComparingVerbs = Pick<Annotator, 'chooseModel' | 'setCompareLayout' | 'setWipe'>;

interface Parts {
  readonly decoding: Decoding;
  readonly hovering: Pick<Annotator, 'hover'>;
}

export function createComparing({ view }: Context, { decoding, hovering }: Parts): ComparingVerbs {
  return {
    async chooseModel(modelChoice) {
      view.setState({ modelChoice, ...NO_PREVIEW });
      hovering.hover(view.getState().pointer);
      await decoding.refresh();
    },
    setCompareLayout(compareLayout) {
      view.setState({ compareLayout });
    },
    setWipe: (wipe) => view.setState({ wipe: Math.min(Math.max(wipe, 0), 1) }),
  };
}

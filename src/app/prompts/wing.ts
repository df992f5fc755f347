import type { Context } from '../state/context.ts';
import { type ComparingVerbs, createComparing } from './comparing.ts';
import type { Decoding } from './decoding.ts';
import { createExplaining, type ExplainingVerbs } from './explaining.ts';
import { createHovering, type HoveringVerbs } from './hovering.ts';
import { createPrompting, type PromptingVerbs } from './prompting.ts';
import { createRefining, type RefiningVerbs } from './refining.ts';
import { createTidying, type TidyingVerbs } from './tidying.ts';
import { createZoomRefine, type ZoomRefineVerbs } from './zoom-refine.ts';

/** What a person asks of the model about one object. */
export interface PromptVerbs
  extends PromptingVerbs,
    HoveringVerbs,
    ComparingVerbs,
    ExplainingVerbs,
    RefiningVerbs,
    TidyingVerbs,
    ZoomRefineVerbs {}

export function createPrompts(context: Context, decoding: Decoding): PromptVerbs {
  const hovering = createHovering(context);
  return {
    ...createPrompting(context, decoding),
    ...hovering,
    ...createComparing(context, { decoding, hovering }),
    ...createExplaining(context),
    ...createRefining(context, decoding),
    ...createTidying(context, decoding),
    ...createZoomRefine(context, decoding),
  };
}

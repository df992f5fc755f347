import type { Reshaper } from '../../reshape/client.ts';
import type { Context } from '../state/context.ts';
import { createDrawing, type DrawingVerbs } from './drawing.ts';
import { createMaskEdits, type MaskEditVerbs } from './mask-edits.ts';
import { createOutlining, type OutliningVerbs } from './outlining.ts';
import { createReshaping, type ReshapingVerbs } from './reshaping.ts';

/** Masks mended by hand. */
export interface EditingVerbs extends MaskEditVerbs, DrawingVerbs, OutliningVerbs, ReshapingVerbs {}

interface Parts {
  readonly reshaper: Reshaper;
  /** Asks for the mask of the prompt in hand again. */
  refresh(): Promise<void>;
  /** The mask in hand becomes an object. */
  keep(): Promise<void>;
}

export function createEditing(context: Context, { reshaper, refresh, keep }: Parts): EditingVerbs {
  const maskEdits = createMaskEdits(context);
  const { chooseTool } = maskEdits;
  return {
    ...maskEdits,
    ...createDrawing(context, refresh),
    ...createOutlining(context, { keep, chooseTool }),
    ...createReshaping(context, reshaper),
  };
}

import type { Change } from '../../document/change.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { t } from '../../words/words.ts';
import { unlockedObject } from '../objects/locked.ts';
import { selectionOf } from '../objects/selection.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { currentPrompt, promptFor, refinedId } from '../state/questions.ts';
import type { Decoding } from './decoding.ts';

export interface RefiningVerbs {
  /**
   * Puts the object's prompt back in hand, or a box around a mask that no prompt made. Keeping then
   * replaces its mask and nothing else; cancelling leaves it as it was.
   */
  refineObject(objectId: string): Promise<void>;
}

/** The prompt in hand gives way to another one, for another object or for none. */
export function promptInHandChanges(
  context: Context,
  photoId: string,
  prompt: Prompt,
  refined: string | null,
): readonly Change[] {
  const [before, refinedBefore] = [currentPrompt(...now(context)), refinedId(...now(context))];
  const changes: Change[] = [{ kind: 'set-prompt', photoId, before, after: prompt }];
  if (refinedBefore === refined) return changes;
  return [...changes, { kind: 'set-refined', photoId, before: refinedBefore, after: refined }];
}

export function createRefining(context: Context, decoding: Decoding): RefiningVerbs {
  const { document, view } = context;
  return {
    async refineObject(objectId) {
      const photoId = view.getState().photo?.id;
      const object = unlockedObject(context, objectId);
      if (!photoId || !object || refinedId(...now(context)) === objectId) return;
      const changes = promptInHandChanges(context, photoId, promptFor(object), objectId);
      const name = t('steps.prompt.refine', { what: object.name });
      document.commit({ name, photoId, changes });
      view.setState(selectionOf([objectId]));
      await decoding.refresh();
    },
  };
}

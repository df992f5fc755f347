import type { Change } from '../../document/change.ts';
import type { MaskObject, Proposal } from '../../document/types.ts';
import { maskArea } from '../../mask/measure.ts';
import { subtractFromMask } from '../../mask/patch.ts';
import { t } from '../../words/words.ts';
import { objectWords } from '../objects/locked.ts';
import { nextObject } from '../objects/new-object.ts';
import { objectName } from '../objects/object-name.ts';
import { withoutOverlap } from '../objects/overlap.ts';
import { type Context, now } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { proposalsOn, shownObjects } from '../state/questions.ts';

export interface DecidingVerbs {
  /** They become objects of the class that new ones have: one undo step. */
  acceptProposals(ids: readonly Proposal['id'][]): void;
  /** One undo step. */
  dropProposals(ids: readonly Proposal['id'][]): void;
}

/** The person's word on each proposal. */
export function createDeciding(context: Context): DecidingVerbs {
  const { document, view } = context;

  /** The photo's proposals without these. */
  function removal(photoId: string, gone: readonly Proposal[]): Change {
    const before = proposalsOn(...now(context));
    const after = before.filter((one) => !gone.includes(one));
    return { kind: 'set-proposals', photoId, before, after };
  }

  function chosen(ids: readonly string[]): readonly Proposal[] {
    const wanted = new Set(ids);
    return proposalsOn(...now(context)).filter(({ id }) => wanted.has(id));
  }

  return {
    acceptProposals(ids) {
      const photoId = view.getState().photo?.id;
      const proposals = chosen(ids);
      if (!photoId || proposals.length === 0) return;
      const { objects, taken } = objectsOf(context, proposals);
      if (objects.length === 0) return notify(view, 'info', t('objects.nothingFree'));
      const index = shownObjects(...now(context)).length;
      const changes: Change[] = objects.map((object, i) => {
        return { kind: 'add-object', photoId, object, index: index + i };
      });
      const name = t('steps.proposals.accept', { what: objectWords(objects) });
      document.commit({ name, photoId, changes: [...changes, removal(photoId, taken)] });
      view.setState({ justKeptId: objects.length === 1 ? (objects[0]?.id ?? null) : null });
    },
    dropProposals(ids) {
      const photoId = view.getState().photo?.id;
      const proposals = chosen(ids);
      if (!photoId || proposals.length === 0) return;
      const name = t('steps.proposals.drop', { count: proposals.length });
      document.commit({ name, photoId, changes: [removal(photoId, proposals)] });
    },
  };
}

/** Large ones first, so small ones lie on top; where none may overlap, the small ones' pixels are theirs. */
function objectsOf(
  context: Context,
  proposals: readonly Proposal[],
): { objects: readonly MaskObject[]; taken: readonly Proposal[] } {
  const { noOverlap } = context.view.getState();
  const bySize = proposals
    .map((proposal) => ({ proposal, area: maskArea(proposal.mask) }))
    .sort((a, b) => b.area - a.area);
  const objects: MaskObject[] = [];
  const taken: Proposal[] = [];
  for (const [i, { proposal }] of bySize.entries()) {
    const smaller = noOverlap ? bySize.slice(i + 1) : [];
    const mask = smaller.reduce(
      (free, other) => subtractFromMask(free, other.proposal.mask),
      withoutOverlap(context, proposal.mask),
    );
    if (maskArea(mask) === 0) continue;
    const { predictedIou, model, prompt } = proposal;
    const object = nextObject(context, { mask, predictedIou, model, prompt });
    const color = object.color + objects.length;
    objects.push({ ...object, color, name: objectName(color) });
    taken.push(proposal);
  }
  return { objects, taken };
}

import type { Change, PlacedPhoto } from '../../document/change.ts';
import type { Document } from '../../document/document.ts';
import type { PackedChange, PackedStep } from '../../document/packed.ts';
import type { MaskObject, PhotoEntry, Proposal } from '../../document/types.ts';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { rescaleMask } from '../../mask/rescale.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { scaledPrompt } from '../../prompt/scale.ts';
import { objectsOf } from '../state/questions.ts';

/** The pixels are the truth where a header said otherwise: what was labelled by it follows, also where it is undone. */
export function correctSize(document: Document, photoId: string, size: Size): void {
  const { photos, objects, proposals, prompts } = document.state.getState();
  const before = photos.find(({ id }) => id === photoId);
  if (!before) return;
  const [sx, sy] = [size.width / before.size.width, size.height / before.size.height];
  if (sx === 1 && sy === 1) return;
  const follow = followers(size, sx, sy);
  const found = proposals[photoId] ?? [];
  const prompt = prompts[photoId] ?? [];
  const changes: Change[] = [
    { kind: 'set-photo', photoId, before, after: follow.photo(before) },
    { kind: 'set-proposals', photoId, before: found, after: found.map(follow.labelled) },
    { kind: 'set-prompt', photoId, before: prompt, after: follow.prompt(prompt) },
    ...objectsOf({ objects }, photoId).map(
      (object): Change => ({
        ...{ kind: 'set-object', photoId, before: object },
        after: follow.labelled(object),
      }),
    ),
  ];
  for (const change of changes) document.applyUnrecorded(change);
  document.correctHistory((step) => correctStep(step, photoId, follow));
}

interface Followers {
  photo(entry: PhotoEntry): PhotoEntry;
  prompt(prompt: Prompt): Prompt;
  mask(mask: Mask): Mask;
  labelled<Labelled extends MaskObject | Proposal>(one: Labelled): Labelled;
}

function followers(size: Size, sx: number, sy: number): Followers {
  const prompt = (steps: Prompt) => scaledPrompt(steps, sx, sy);
  const mask = (one: Mask) => rescaleMask(one, size);
  return {
    photo: (entry) => ({ ...entry, size }),
    prompt,
    mask,
    labelled: (one) => ({ ...one, mask: mask(one.mask), prompt: prompt(one.prompt) }),
  };
}

function correctStep(step: PackedStep, photoId: string, follow: Followers): PackedStep {
  const changes = step.changes.map((change) => corrected(change, photoId, follow));
  return changes.some((change, i) => change !== step.changes[i]) ? { ...step, changes } : step;
}

/** A mask that only changed in places is remembered by these, which are stretched as it is itself. */
function corrected(change: PackedChange, photoId: string, follow: Followers): PackedChange {
  if (change.kind === 'add-photos' || change.kind === 'remove-photos') {
    const isMeant = ({ photo }: PlacedPhoto) => photo.id === photoId;
    if (!change.placed.some(isMeant)) return change;
    const placed = change.placed.map((one) =>
      isMeant(one) ? { ...one, photo: follow.photo(one.photo) } : one,
    );
    return { ...change, placed };
  }
  // Those that belong to the project as a whole have no photo.
  if (!('photoId' in change) || change.photoId !== photoId) return change;
  switch (change.kind) {
    case 'add-object':
    case 'remove-object':
      return { ...change, object: follow.labelled(change.object) };
    case 'packed-object': {
      const bare = (one: typeof change.before) => ({ ...one, prompt: follow.prompt(one.prompt) });
      return {
        ...change,
        before: bare(change.before),
        after: bare(change.after),
        difference: change.difference && follow.mask(change.difference),
      };
    }
    case 'set-prompt':
      return {
        ...change,
        before: follow.prompt(change.before),
        after: follow.prompt(change.after),
      };
    case 'set-proposals':
      return {
        ...change,
        before: change.before.map(follow.labelled),
        after: change.after.map(follow.labelled),
      };
    case 'set-photo':
      return { ...change, before: follow.photo(change.before), after: follow.photo(change.after) };
    default:
      return change;
  }
}

import type { ReadPhoto } from '../../formats/reading/result.ts';
import { sameShape } from '../../geometry/same-shape.ts';
import type { Size } from '../../geometry/spaces.ts';
import type { Mask } from '../../mask/mask.ts';
import { rescaleMask } from '../../mask/rescale.ts';
import { type Turn, turnMask } from '../../mask/turn.ts';

/** What becomes of labels that were made for a turned copy of their photo: turned as its file says, so, or left out. */
export type TurnChoice = 'as-photo' | 'right' | 'left' | 'leave';

export interface FitChoice {
  readonly turns: TurnChoice;
  /** Whether labels that were made for a resized copy are scaled. */
  readonly scales: boolean;
}

/** Photos whose labels were made for a copy of another size. */
export interface Misfits {
  readonly scaled: readonly ReadPhoto[];
  readonly turned: readonly ReadPhoto[];
  /** By photo of `turned`: what its own file says. */
  readonly turns: ReadonlyMap<number, Turn>;
}

export function misfitsAmong(
  photos: readonly ReadPhoto[],
  sizeOf: (photo: number) => Size | undefined,
): Pick<Misfits, 'scaled' | 'turned'> {
  const kindOf = ({ photo, madeFor }: ReadPhoto) => {
    const size = sizeOf(photo);
    return madeFor && size ? sameShape(madeFor, size) : null;
  };
  return {
    scaled: photos.filter((photo) => kindOf(photo) === 'scaled'),
    turned: photos.filter((photo) => kindOf(photo) === 'turned'),
  };
}

/** Turned, where that is known of all, as their files say. */
export function usualFit({ turned, turns }: Misfits): FitChoice {
  const isKnown = turned.every(({ photo }) => turns.has(photo));
  return { turns: isKnown ? 'as-photo' : 'right', scales: true };
}

/** The photo's labels as they fit it; null: they are left out. */
export function fitted(
  read: ReadPhoto,
  size: Size,
  { turns }: Pick<Misfits, 'turns'>,
  choice: FitChoice,
): ReadPhoto | null {
  const { madeFor, photo } = read;
  if (!madeFor) return read;
  const isTurned = sameShape(madeFor, size) === 'turned';
  const turn = isTurned ? turnFor(choice.turns, turns.get(photo)) : null;
  if (isTurned ? !turn : !choice.scales) return null;
  const resized = (mask: Mask) => rescaleMask(turn ? turnMask(mask, turn) : mask, size);
  const objects = read.objects.map((object) => ({ ...object, mask: resized(object.mask) }));
  return { ...read, objects, madeFor: null };
}

/** How many objects the choice leaves out. */
export function leftOut({ scaled, turned, turns }: Misfits, choice: FitChoice): number {
  const lost = turned.filter(({ photo }) => !turnFor(choice.turns, turns.get(photo)));
  const all = choice.scales ? lost : [...lost, ...scaled];
  return all.reduce((sum, { objects }) => sum + objects.length, 0);
}

function turnFor(choice: TurnChoice, own: Turn | undefined): Turn | null {
  switch (choice) {
    case 'as-photo':
      return own ?? null;
    case 'right':
      return 6;
    case 'left':
      return 8;
    case 'leave':
      return null;
  }
}

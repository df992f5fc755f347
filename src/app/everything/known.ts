import type { Mask } from '../../mask/mask.ts';
import { maskArea, maskBox, maskIou } from '../../mask/measure.ts';

interface Masked {
  readonly mask: Mask;
}

/** Keeps what is no object yet: no kept mask has an IoU above `most` with it. */
export function withoutKnown<T extends Masked>(
  found: readonly T[],
  kept: readonly Masked[],
  most: number,
): readonly T[] {
  const known = kept.map(measured);
  return found.filter((one) => {
    const its = measured(one);
    return !known.some(
      (other) => mayBeAlike(its, other, most) && maskIou(its.mask, other.mask) > most,
    );
  });
}

type Measured = ReturnType<typeof measured>;

function measured({ mask }: Masked) {
  return { mask, area: maskArea(mask), box: maskBox(mask) };
}

/** Without looking at pixels: of hundreds of objects hardly any is about as large and at the same place. */
function mayBeAlike(a: Measured, b: Measured, most: number): boolean {
  if (!a.box || !b.box) return false;
  const common =
    Math.max(0, Math.min(a.box.x1, b.box.x1) - Math.max(a.box.x0, b.box.x0)) *
    Math.max(0, Math.min(a.box.y1, b.box.y1) - Math.max(a.box.y0, b.box.y0));
  return Math.min(a.area, b.area, common) > most * Math.max(a.area, b.area);
}

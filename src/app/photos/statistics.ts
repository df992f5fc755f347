import type { DocumentState, MaskObject } from '../../document/types.ts';
import { maskArea } from '../../mask/measure.ts';
import { recordOf } from '../../typed/records.ts';
import { PHOTO_STAGES, type PhotoStage, stageOf } from '../state/listing.ts';
import { objectsOf } from '../state/questions.ts';

/** COCO's limits between small, medium and large objects, in pixels. */
const [SMALL, MEDIUM] = [32 ** 2, 96 ** 2];

export interface ClassStatistics {
  /** Null: the objects without a class. */
  readonly name: string | null;
  readonly color: string | null;
  readonly objects: number;
  readonly photos: number;
  /** Objects by area as COCO counts them: up to 32 x 32 pixels, up to 96 x 96, larger. */
  readonly sizes: { readonly small: number; readonly medium: number; readonly large: number };
  /** Middle one of the areas, as a share of its photo; null without objects. */
  readonly medianShare: number | null;
}

export interface Statistics {
  readonly photos: number;
  readonly stages: Readonly<Record<PhotoStage, number>>;
  readonly objects: number;
  /** In the order of the classes, those without a class last, if there are any. */
  readonly classes: readonly ClassStatistics[];
  /** Worked on all photos together. */
  readonly seconds: number;
  /** Mean over the photos that are done; null when none is. */
  readonly secondsPerDonePhoto: number | null;
}

/** What there is on the photos of the project. */
export function statisticsOf(state: DocumentState): Statistics {
  const { photos, classes, seconds, done } = state;
  const ids = photos.map(({ id }) => id);
  const all = ids.flatMap((photoId) => objectsOf(state, photoId).map((one) => ({ photoId, one })));
  const known = new Set(classes.map(({ id }) => id));
  const isOf =
    (classId: string | null) =>
    ({ one }: Placed) =>
      (one.classId !== null && known.has(one.classId) ? one.classId : null) === classId;
  const unnamed = all.filter(isOf(null));
  const doneIds = ids.filter((id) => done[id]);
  return {
    photos: ids.length,
    stages: countBy(
      PHOTO_STAGES,
      ids.map((id) => stageOf(state, id)),
    ),
    objects: all.length,
    classes: [
      ...classes.map(({ id, name, color }) => ({ name, color, ...figures(all.filter(isOf(id))) })),
      ...(unnamed.length > 0 ? [{ name: null, color: null, ...figures(unnamed) }] : []),
    ],
    seconds: sum(ids.map((id) => seconds[id] ?? 0)),
    secondsPerDonePhoto:
      doneIds.length > 0 ? sum(doneIds.map((id) => seconds[id] ?? 0)) / doneIds.length : null,
  };
}

interface Placed {
  readonly photoId: string;
  readonly one: MaskObject;
}

function figures(placed: readonly Placed[]): Omit<ClassStatistics, 'name' | 'color'> {
  const areas = placed.map(({ one }) => areaOf(one));
  const shares = placed.map(
    ({ one: { mask } }, i) => (areas[i] ?? 0) / (mask.size.width * mask.size.height),
  );
  const sizes = areas.map((area) =>
    area <= SMALL ? 'small' : area <= MEDIUM ? 'medium' : 'large',
  );
  return {
    objects: placed.length,
    photos: new Set(placed.map(({ photoId }) => photoId)).size,
    sizes: countBy(['small', 'medium', 'large'] as const, sizes),
    medianShare: shares.sort((a, b) => a - b)[Math.floor(shares.length / 2)] ?? null,
  };
}

/** Masks never change, and there may be very many. */
const areas = new WeakMap<MaskObject['mask'], number>();

function areaOf({ mask }: MaskObject): number {
  const known = areas.get(mask) ?? maskArea(mask);
  areas.set(mask, known);
  return known;
}

function countBy<Key extends string>(
  keys: readonly Key[],
  values: readonly Key[],
): Record<Key, number> {
  const counts = recordOf(keys, () => 0);
  for (const value of values) counts[value] += 1;
  return counts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

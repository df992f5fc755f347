import { groupBy } from '../../formats/group-by.ts';
import type { ReadObject } from '../../formats/reading/result.ts';
import type { Labelled } from '../../scoring/packed.ts';
import { type FitChoice, fitted, leftOut } from '../transfers/fitting.ts';
import type { LabelsRead } from '../transfers/reading-labels.ts';
import type { LabelSet, SetFailure } from './truth-state.ts';

/** Turned only where the photo's file says how: a guess would be no truth. */
const FIT: FitChoice = { turns: 'as-photo', scales: true };

/** What was read as a set of labels for the project's photos, or why it is none. */
export function labelSetFrom(
  name: string,
  { result, misfits, openIds }: LabelsRead,
): LabelSet | SetFailure {
  const { skipped } = result;
  const ofProject = result.photos.filter(({ photo }) => photo < openIds.length);
  const count = (photos: readonly { readonly objects: readonly unknown[] }[]) =>
    photos.reduce((sum, { objects }) => sum + objects.length, 0);
  const others = result.known.slice(openIds.length).map((photo) => photo.name);
  const unmatched = [...new Set([...result.unmatched, ...others])];
  const own = { ...misfits, turned: misfits.turned.filter(({ photo }) => photo < openIds.length) };
  const lost = leftOut(own, FIT);
  const fitting = ofProject.flatMap((read) => {
    const size = result.known[read.photo]?.size;
    return (size && fitted(read, size, misfits, FIT)) ?? [];
  });
  if (count(fitting) === 0) {
    const sizes = skipped.filter(({ problem }) => problem.kind === 'other-size');
    if (lost > 0 || sizes.length > 0) return { kind: 'other-sizes', skipped: sizes };
    if (unmatched.length > 0) return { kind: 'no-photo', names: unmatched };
    return { kind: 'empty', skipped };
  }
  const byPhoto = groupBy(fitting, ({ photo }) => openIds[photo] ?? '');
  const photos = [...byPhoto].map(
    ([id, read]) => [id, read.flatMap(({ objects }) => objects.map(labelled))] as const,
  );
  return {
    name,
    photos: new Map(photos),
    objects: count(fitting),
    unmatched,
    fitted: ofProject.filter(({ madeFor }) => madeFor).length - countLost(own),
    leftOut: lost,
    skipped,
  };
}

function countLost({ turned, turns }: LabelsRead['misfits']): number {
  return turned.filter(({ photo }) => !turns.has(photo)).length;
}

function labelled({ className, mask }: ReadObject): Labelled {
  return { className, mask };
}

import type { Change } from '../../document/change.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import { FORMATS } from '../../formats/formats.ts';
import { groupBy } from '../../formats/group-by.ts';
import type { ChosenFile } from '../../formats/protocol.ts';
import type { ReadClass, ReadObject, ReadPhoto } from '../../formats/reading/result.ts';
import type { Context } from '../state/context.ts';
import { objectsOf } from '../state/questions.ts';
import { usualFit } from '../transfers/fitting.ts';
import { readLabelFiles } from '../transfers/reading-labels.ts';
import { changesToTake, fittedPhotos } from '../transfers/taking.ts';
import type { FolderFormat } from './folder-state.ts';

/** What label files say of the photos that are open. */
interface SaidLabels {
  readonly photos: ReadonlyMap<string, Pick<ReadPhoto, 'objects' | 'tags'>>;
  readonly classes: readonly ReadClass[];
  /** The first file that can't be read as a whole; null: all can. */
  readonly broken: string | null;
  /** Ids of the photos by which their labels count them. */
  readonly ids: ReadonlyMap<number, string>;
  readonly read: readonly ReadPhoto[];
}

export async function readSaid(
  context: Context,
  signal: AbortSignal,
  files: readonly ChosenFile[],
): Promise<SaidLabels> {
  const { result, misfits, openIds } = await readLabelFiles(context, signal, files, () => {});
  const read = fittedPhotos(result, misfits, usualFit(misfits));
  const ids = new Map(openIds.map((id, i) => [i, id]));
  const known = read.filter(({ photo }) => ids.has(photo));
  const photos = new Map(
    [...groupBy(known, ({ photo }) => ids.get(photo) ?? '')].map(([id, all]) => [
      id,
      {
        objects: all.flatMap(({ objects }) => objects),
        tags: all.flatMap(({ tags }) => tags),
      },
    ]),
  );
  const broken = result.skipped[0]?.file ?? (known.length === 0 ? result.unmatched[0] : undefined);
  return { photos, classes: result.classes, broken: broken ?? null, ids, read: known };
}

/** Both versions of label files, as they are read: of ours it is known which object is which. */
export interface TwoSides {
  readonly theirs: SaidLabels;
  readonly ours: SaidLabels;
  /** The photos that the files speak of; one that theirs leave out has no labels there. */
  readonly photoIds: readonly string[];
  readonly format: FolderFormat;
}

/**
 * What makes the document say what theirs say, or what both say. An object that is the same on both sides stays as it
 * is, with all that the format has no room for; one that is locked stays in any case.
 */
export async function mergeChanges(
  now: () => DocumentState,
  sides: TwoSides,
  answer: 'theirs' | 'both',
): Promise<readonly Change[]> {
  const { theirs, ours, photoIds } = sides;
  const state = now();
  const matched = new Map(
    photoIds.map((id) => {
      const said = ours.photos.get(id)?.objects ?? [];
      return [id, matchObjects(objectsOf(state, id), said, theirs.photos.get(id)?.objects ?? [])];
    }),
  );
  const indexOf = new Map([...theirs.ids].map(([photo, id]) => [id, photo]));
  const added = photoIds.map(
    (id): ReadPhoto => ({
      photo: indexOf.get(id) ?? -1,
      objects: matched.get(id)?.added ?? [],
      tags: theirs.photos.get(id)?.tags ?? [],
      folder: '',
      madeFor: null,
    }),
  );
  const labels = { photos: added, classes: theirs.classes, ids: theirs.ids };
  const adding = await changesToTake(now, labels, 'add');
  if (answer === 'both') return adding;
  const removing = photoIds.flatMap((id) => removals(state, id, matched.get(id)?.gone ?? []));
  const retagged = FORMATS[sides.format].loses.includes('tags')
    ? []
    : photoIds.flatMap((id) => tagChange(state, id, theirs.photos.get(id)?.tags ?? []));
  return [...adding.filter(({ kind }) => kind !== 'set-tags'), ...removing, ...retagged];
}

/** `said`: how the objects are read back from our own file, in their order. */
function matchObjects(
  kept: readonly MaskObject[],
  said: readonly ReadObject[],
  theirs: readonly ReadObject[],
): { readonly added: readonly ReadObject[]; readonly gone: readonly MaskObject[] } {
  const open = new Set(kept.length === said.length ? said.keys() : []);
  const added = theirs.filter((one) => {
    const at = [...open].find((i) => saysSame(said[i], one));
    if (at === undefined) return true;
    open.delete(at);
    return false;
  });
  const isMatched = (i: number) => kept.length === said.length && !open.has(i);
  return { added, gone: kept.filter(({ isLocked }, i) => !isMatched(i) && !isLocked) };
}

function saysSame(a: ReadObject | undefined, b: ReadObject): boolean {
  if (!a || a.className !== b.className || a.note !== b.note) return false;
  const [left, right] = [a.mask.runs, b.mask.runs];
  return (
    left.length === right.length &&
    left.every((run, i) => run === right[i]) &&
    JSON.stringify(a.attributes) === JSON.stringify(b.attributes)
  );
}

/** New objects come behind those that are there, so these keep their places until they go, the last one first. */
function removals(
  state: DocumentState,
  photoId: string,
  gone: readonly MaskObject[],
): readonly Change[] {
  const kept = objectsOf(state, photoId);
  return gone
    .toReversed()
    .map((object) => ({ kind: 'remove-object', photoId, object, index: kept.indexOf(object) }));
}

function tagChange(
  { tags }: DocumentState,
  photoId: string,
  said: readonly string[],
): readonly Change[] {
  const before = tags[photoId] ?? [];
  const after = [...new Set(said)];
  const isSame = before.length === after.length && before.every((tag) => after.includes(tag));
  return isSame ? [] : [{ kind: 'set-tags', photoId, before, after }];
}

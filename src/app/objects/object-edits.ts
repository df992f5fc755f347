import { newId } from '../../browser/new-id.ts';
import type { Change } from '../../document/change.ts';
import type { ObjectAttribute } from '../../document/classes.ts';
import type { MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { nextColor } from './object-colors.ts';

/** An edit that gives the same object back changes nothing. */
export function objectChanges(
  photoId: string,
  objects: readonly MaskObject[],
  edit: (object: MaskObject) => MaskObject,
): readonly Change[] {
  return objects.flatMap((before): Change[] => {
    const after = edit(before);
    return after === before ? [] : [{ kind: 'set-object', photoId, before, after }];
  });
}

/** Unlocked, each with a name and a colour of its own. */
export function copiesOf(
  originals: readonly MaskObject[],
  all: readonly MaskObject[],
): readonly MaskObject[] {
  const taken = new Set(all.map(({ name }) => name));
  const first = nextColor(all);
  return originals.map(({ cocoId: _, ...object }, i) => {
    const name = copyName(object.name, taken);
    taken.add(name);
    return { ...object, id: newId(), name, color: first + i, isLocked: false };
  });
}

/** "Cup copy", "Cup copy 2": also of a copy. */
function copyName(name: string, taken: ReadonlySet<string>): string {
  const ending = t('objects.copyOf', { name: '' });
  const original = name.replace(new RegExp(`${ending}( \\d+)?$`), '');
  const copy = t('objects.copyOf', { name: original });
  if (!taken.has(copy)) return copy;
  let number = 2;
  while (taken.has(`${copy} ${number}`)) number++;
  return `${copy} ${number}`;
}

/** The answer in the place of the old one, or at the end; null: no answer. The same object when nothing changes. */
export function withAttribute(
  object: MaskObject,
  name: string,
  value: ObjectAttribute[1] | null,
): MaskObject {
  const before = object.attributes.find((pair) => pair[0] === name);
  if ((before?.[1] ?? null) === value) return object;
  if (value === null) {
    return { ...object, attributes: object.attributes.filter((pair) => pair !== before) };
  }
  const answer = [name, value] as const;
  if (!before) return { ...object, attributes: [...object.attributes, answer] };
  const attributes = object.attributes.map((pair) => (pair === before ? answer : pair));
  return { ...object, attributes };
}

import { newId } from '../../browser/new-id.ts';
import type { Change } from '../../document/change.ts';
import type { ObjectAttribute, ObjectClass } from '../../document/classes.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import { paletteColor } from '../objects/palette.ts';

/** What editing the project's classes means for the list and for every object. Pure. */

/** As typed: small and capital letters are the same. */
export function classNamed(classes: readonly ObjectClass[], name: string): ObjectClass | undefined {
  const wanted = name.trim().toLowerCase();
  return classes.find((one) => one.name.toLowerCase() === wanted);
}

/** The first colour of the palette that no class has yet. */
export function newClass(classes: readonly ObjectClass[], name: string): ObjectClass {
  const taken = new Set(classes.map(({ color }) => color));
  let index = classes.length;
  for (let i = 0; i < classes.length && taken.has(paletteColor(index)); i++) index++;
  return { id: newId(), name, color: paletteColor(index), attributes: [] };
}

/** The list with these at its end, each that is not there yet; a colour of null: one of the palette. One that is there learns COCO's id. */
export function withClasses(
  classes: readonly ObjectClass[],
  wanted: readonly (Pick<ObjectClass, 'name' | 'coco'> & { readonly color: string | null })[],
): readonly ObjectClass[] {
  const places = new Map(classes.map(({ name }, i) => [name, i]));
  const all = [...classes];
  for (const { name, color, coco } of wanted) {
    if (name === '') continue;
    const at = places.get(name) ?? all.length;
    const known = all[at];
    if (known && (known.coco || !coco)) continue;
    places.set(name, at);
    all[at] = {
      ...(known ?? newClass(all, name)),
      ...(color && !known ? { color } : {}),
      ...(coco ? { coco } : {}),
    };
  }
  return all.some((one, i) => one !== classes[i]) ? all : classes;
}

/** Empty when nothing changes. */
export function classesChange(
  { classes }: DocumentState,
  after: readonly ObjectClass[],
): readonly Change[] {
  return after === classes ? [] : [{ kind: 'set-classes', before: classes, after }];
}

export function replaceClass(
  classes: readonly ObjectClass[],
  edited: ObjectClass,
): readonly ObjectClass[] {
  return classes.map((one) => (one.id === edited.id ? edited : one));
}

/** The class goes; its objects, locked ones too, have none then. */
export function removeClass(state: DocumentState, classId: string): readonly Change[] {
  const after = state.classes.filter(({ id }) => id !== classId);
  return [...reclassify(state, classId, null), ...classesChange(state, after)];
}

/** The first goes and its objects come to the second, which then asks what either asked. */
export function mergeClasses(
  state: DocumentState,
  from: ObjectClass,
  into: ObjectClass,
): readonly Change[] {
  const known = new Set(into.attributes.map(({ name }) => name));
  const added = from.attributes.filter(({ name }) => !known.has(name));
  const merged = { ...into, attributes: [...into.attributes, ...added] };
  const others = state.classes.filter(({ id }) => id !== from.id);
  return [
    ...reclassify(state, from.id, into.id),
    ...classesChange(state, replaceClass(others, merged)),
  ];
}

function reclassify(state: DocumentState, from: string, classId: string | null): readonly Change[] {
  return editObjects(state, from, (object) => ({ ...object, classId }));
}

/** An attribute has another name now, or none: what was filled in follows. */
export function renameAttribute(
  state: DocumentState,
  classId: string,
  before: string,
  after: string | null,
): readonly Change[] {
  const renamed = (all: readonly ObjectAttribute[]) =>
    all.flatMap((pair): ObjectAttribute[] => {
      if (pair[0] !== before) return [pair];
      return after === null ? [] : [[after, pair[1]]];
    });
  return editObjects(state, classId, (object) =>
    object.attributes.some(([name]) => name === before)
      ? { ...object, attributes: renamed(object.attributes) }
      : object,
  );
}

/** Changes objects on all photos; those that stay the same are left alone. */
function editObjects(
  { objects }: DocumentState,
  classId: string,
  edit: (object: MaskObject) => MaskObject,
): readonly Change[] {
  return Object.entries(objects).flatMap(([photoId, kept]) =>
    kept.flatMap((before): Change[] => {
      const after = before.classId === classId ? edit(before) : before;
      return after === before ? [] : [{ kind: 'set-object', photoId, before, after }];
    }),
  );
}

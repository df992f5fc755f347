import type { Change } from '../../document/change.ts';
import type { ClassAttribute, ObjectClass } from '../../document/classes.ts';
import type { DocumentState, MaskObject } from '../../document/types.ts';
import { t } from '../../words/words.ts';
import { objectWords, unlocked } from '../objects/locked.ts';
import { objectChanges } from '../objects/object-edits.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { namedObjects } from '../state/questions.ts';
import {
  classesChange,
  classNamed,
  mergeClasses,
  newClass,
  removeClass,
  renameAttribute,
  replaceClass,
  withClasses,
} from './class-list.ts';

/** The project's classes. Each is one undo step. */
export interface ClassListVerbs {
  /** The class of the selected objects, else of the one just kept, and of new ones from now on; null: none. */
  chooseClass(classId: string | null): void;
  /** The same by name; a class that is not there yet is made. */
  chooseClassNamed(name: string): void;
  /** A name that another class has changes nothing: merging is asked for separately. */
  renameClass(classId: string, name: string): void;
  /** The first one's objects come to the second. */
  mergeClass(fromId: string, intoId: string): void;
  /** Its objects have no class then. */
  deleteClass(classId: string): void;
  /** "#rrggbb". */
  setClassColor(classId: string, color: string): void;
  /** Up or down the list, and so to another key and another number in data sets. */
  moveClass(classId: string, by: 1 | -1): void;
  /** Past the end: one more; null: it goes, with what objects of the class answered to it. */
  setClassAttribute(classId: string, index: number, attribute: ClassAttribute | null): void;
  /** One name a line; those that are there already are passed over. */
  importClasses(text: string): void;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: each verb is a few lines, and all commit and look up classes in the same way.
export function createClassList(context: Context): ClassListVerbs {
  const { document, view } = context;

  function commit(name: string, changesFor: (state: DocumentState) => readonly Change[]): void {
    const changes = changesFor(document.state.getState());
    if (changes.length > 0) document.commit({ name, photoId: null, changes });
  }

  function find(classId: string): ObjectClass | undefined {
    return document.state.getState().classes.find(({ id }) => id === classId);
  }

  function edit(
    classId: string,
    step: 'steps.classes.rename' | 'steps.classes.colour',
    change: Partial<ObjectClass>,
  ): void {
    const before = find(classId);
    if (!before) return;
    commit(t(step, { name: before.name }), (state) =>
      classesChange(state, replaceClass(state.classes, { ...before, ...change })),
    );
  }

  return {
    chooseClass: (classId) => choose(context, (classId && find(classId)) || null, []),
    chooseClassNamed(untrimmed) {
      const name = untrimmed.trim();
      if (name === '') return;
      const state = document.state.getState();
      const known = classNamed(state.classes, name);
      const chosen = known ?? newClass(state.classes, name);
      const made = known ? [] : classesChange(state, [...state.classes, chosen]);
      choose(context, chosen, made);
    },
    renameClass(classId, untrimmed) {
      const name = untrimmed.trim();
      const before = find(classId);
      const other = classNamed(document.state.getState().classes, name);
      if (name === '' || before?.name === name || (other && other.id !== classId)) return;
      edit(classId, 'steps.classes.rename', { name });
    },
    mergeClass(fromId, intoId) {
      const [from, into] = [find(fromId), find(intoId)];
      if (!from || !into || from === into) return;
      commit(t('steps.classes.merge', { name: from.name, into: into.name }), (state) =>
        mergeClasses(state, from, into),
      );
      if (view.getState().classId === fromId) view.setState({ classId: intoId });
    },
    deleteClass(classId) {
      const name = find(classId)?.name;
      if (!name) return;
      commit(t('steps.classes.delete', { name }), (state) => removeClass(state, classId));
    },
    setClassColor(classId, color) {
      if (find(classId)?.color !== color) edit(classId, 'steps.classes.colour', { color });
    },
    moveClass(classId, by) {
      const name = find(classId)?.name ?? '';
      commit(t('steps.classes.move', { name }), (state) =>
        classesChange(state, moved(state.classes, classId, by)),
      );
    },
    setClassAttribute(classId, index, attribute) {
      const before = find(classId);
      if (!before) return;
      const old = before.attributes[index];
      const attributes = before.attributes.toSpliced(index, 1, ...(attribute ? [attribute] : []));
      if (new Set(attributes.map(({ name }) => name)).size < attributes.length) {
        return notify(view, 'warning', t('classes.doubleAttribute', { name: before.name }));
      }
      const isRenamed = old && old.name !== attribute?.name;
      commit(t('steps.classes.attributes', { name: before.name }), (state) => [
        ...classesChange(state, replaceClass(state.classes, { ...before, attributes })),
        ...(isRenamed ? renameAttribute(state, classId, old.name, attribute?.name ?? null) : []),
      ]);
    },
    importClasses: (text) => importList(context, text),
  };
}

/** Gives the selected objects the class, in one step with what made it. */
function choose(context: Context, chosen: ObjectClass | null, made: readonly Change[]): void {
  const { document, view } = context;
  const classId = chosen?.id ?? null;
  const photoId = view.getState().photo?.id;
  const objects = unlocked(context, namedObjects(...now(context)));
  const assigned = photoId
    ? objectChanges(photoId, objects, (object) =>
        object.classId === classId ? object : { ...object, classId },
      )
    : [];
  const changes = [...made, ...assigned];
  view.setState({ classId });
  if (changes.length === 0) return;
  const name = choiceName(chosen, assigned.length > 0 ? objects : []);
  document.commit({ name, photoId: photoId ?? null, changes });
}

/** One name a line; says how many of them are new. */
function importList({ document, view }: Context, text: string): void {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const names = lines.filter((name) => name !== '');
  const state = document.state.getState();
  const after = withClasses(
    state.classes,
    names.map((name) => ({ name, color: null })),
  );
  const changes = classesChange(state, after);
  if (changes.length > 0)
    document.commit({ name: t('steps.classes.import'), photoId: null, changes });
  const added = after.length - state.classes.length;
  notify(view, 'info', importedWords(added, names.length - added));
}

/** Names the undo step that gives objects a class, or only makes it. */
function choiceName(chosen: ObjectClass | null, objects: readonly MaskObject[]): string {
  const what = objectWords(objects);
  if (!chosen) return t('steps.classes.chooseNone', { what });
  const { name } = chosen;
  return objects.length > 0
    ? t('steps.classes.choose', { name, what })
    : t('steps.classes.new', { name });
}

function importedWords(addedCount: number, known: number): string {
  const added = t('classes.added', { count: addedCount });
  return known > 0
    ? t('classes.importedSome', { added, count: known })
    : t('classes.imported', { added });
}

/** The same list where there is no place to go. */
function moved(
  classes: readonly ObjectClass[],
  classId: string,
  by: 1 | -1,
): readonly ObjectClass[] {
  const at = classes.findIndex(({ id }) => id === classId);
  const one = classes[at];
  if (!one || !classes[at + by]) return classes;
  return classes.toSpliced(at, 1).toSpliced(at + by, 0, one);
}

import type { KeybindingsMap } from 'tinykeys';
import type { Annotator } from '../app/annotator.ts';

/** Classes that have a key. */
export const KEYED_CLASSES = 9;

/** Keys for what is selected and for classes. */
export function objectBindings(annotator: Annotator): KeybindingsMap {
  const { document, view } = annotator;
  const selected = () => view.getState().selectedObjectIds;
  const selectAtPointer = (adds: boolean) => () => {
    const { pointer } = view.getState();
    if (pointer) annotator.selectAt(pointer, adds);
  };
  const bindings: KeybindingsMap = {
    s: selectAtPointer(false),
    'Shift+s': selectAtPointer(true),
    'Shift+r'() {
      const { selectedObjectId } = view.getState();
      if (selectedObjectId) void annotator.refineObject(selectedObjectId);
    },
    delete() {
      const { pointedProposalId } = view.getState();
      if (pointedProposalId && selected().length === 0)
        annotator.dropProposals([pointedProposalId]);
      else annotator.deleteObjects(selected());
    },
    'Shift+l': () => annotator.setLocked(selected(), !areAll(annotator, 'isLocked')),
    'Shift+h': () => annotator.setHidden(selected(), !areAll(annotator, 'isHidden')),
    '$mod+d'(event) {
      event.preventDefault();
      annotator.duplicateObjects(selected());
    },
    [digit(0)]: () => annotator.chooseClass(null),
  };
  for (let key = 1; key <= KEYED_CLASSES; key++) {
    bindings[digit(key)] = () => {
      const one = document.getState().classes[key - 1];
      if (one) annotator.chooseClass(one.id);
    };
  }
  return bindings;
}

/** By its place on the keyboard, where some layouts have digits with Shift only; or on the number pad. */
function digit(key: number): string {
  return `(Digit${key}|${key})`;
}

/** Whether every selected object is so: then the key turns it off. */
function areAll({ document, view }: Annotator, what: 'isHidden' | 'isLocked'): boolean {
  const { photo, selectedObjectIds } = view.getState();
  const objects = document.getState().objects[photo?.id ?? ''] ?? [];
  return objects.filter(({ id }) => selectedObjectIds.includes(id)).every((one) => one[what]);
}

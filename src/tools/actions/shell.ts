import type { StoreApi } from 'zustand/vanilla';
import type { ScreenPoint } from '../../geometry/spaces.ts';

export type DialogName =
  | 'palette'
  | 'shortcuts'
  | 'samples'
  | 'export'
  | 'import'
  | 'statistics'
  | 'explanation';

/** Fields of the panel that a key leads to. */
export type FieldName = 'class' | 'tags' | 'note' | 'comment';

/** Pickers for files, besides that of photos. */
export type PickerName = 'classes' | 'project' | 'model-zip' | 'model-folder';

/** Which parts of the page are open. */
export interface ShellState {
  readonly dialog: DialogName | null;
  readonly isInspectorOpen: boolean;
  readonly isFilmstripOpen: boolean;
  /** The object whose name is being edited in its row. */
  readonly renamedId: string | null;
  /** The class that is open in the list. */
  readonly editedClassId: string | null;
  /** Where the menu of the selected objects is, in CSS pixels of the page. */
  readonly objectMenuAt: ScreenPoint | null;
}

/** What actions do to the page around the document; the interface implements it. */
export interface Shell {
  readonly state: StoreApi<ShellState>;
  openPicker(): void;
  pickFiles(picker: PickerName): void;
  show(dialog: DialogName): void;
  /** Opens the panel and puts the focus into the field. */
  goTo(field: FieldName): void;
  /** The focus goes to the photo, or to what opens one. */
  goToContent(): void;
  /** The focus goes to the next or the previous part of the page: bar, tools, photo, actions, panel, filmstrip. */
  goToPart(by: 1 | -1): void;
  renameObject(objectId: string): void;
  editClass(classId: string): void;
  /** The menu of the selected objects, at a point of the page or, null, where they are. */
  showObjectMenu(at: ScreenPoint | null): void;
  openInspector(): void;
  toggleInspector(): void;
  toggleFilmstrip(): void;
  copyReport(): Promise<void>;
}

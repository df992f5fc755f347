import type { StoreApi } from 'zustand/vanilla';
import type { ProjectHead } from '../../projects/records.ts';
import type { SaveStatus } from '../../projects/saving.ts';

/** The projects of this browser, and how safe the one on the page is. */
export interface ProjectsState {
  /** Until it is known what was open last, there is nothing to show; a browser without projects shows the start page at once. */
  readonly isOpening: boolean;
  /** How much of the project that is being opened has been read, 0 to 100. */
  readonly opened: number;
  /** Null: none is open. */
  readonly current: ProjectHead | null;
  /** What was opened last comes first. */
  readonly all: readonly ProjectHead[];
  /** `none`: this window keeps nothing. */
  readonly storage: 'kept' | 'none';
  /** `read`: another page of the app writes the project; `waiting`: it is asked to let go of it. */
  readonly access: 'write' | 'read' | 'waiting';
  readonly save: SaveStatus;
  /** `refused`: the browser may clear what it keeps when the disk runs full. */
  readonly persistence: 'unknown' | 'granted' | 'refused';
  /** A project file on its way out or in. */
  readonly transfer: {
    readonly kind: 'writing' | 'reading';
    /** Photos. */
    readonly done: number;
    readonly of: number;
  } | null;
  /** Room for all that this site keeps, in bytes. */
  readonly usage: { readonly used: number; readonly most: number } | null;
}

export const NOTHING_OPEN: ProjectsState = {
  isOpening: false,
  opened: 0,
  current: null,
  all: [],
  storage: 'none',
  access: 'write',
  save: { kind: 'kept' },
  persistence: 'unknown',
  usage: null,
  transfer: null,
};

export interface ProjectVerbs {
  readonly projects: StoreApi<ProjectsState>;
  /** Once, at the start of the page; goes back to the project and photo that were open last if it should. */
  startProjects(opensLast: boolean): Promise<void>;
  openProject(projectId: string): Promise<void>;
  /** Back to the start page. */
  closeProject(): Promise<void>;
  /** An empty name changes nothing. */
  renameProject(projectId: string, name: string): Promise<void>;
  duplicateProject(projectId: string): Promise<void>;
  /** It can be brought back until the app starts the next time. */
  deleteProject(projectId: string): Promise<void>;
  /** Asks the page that writes the project to finish; then this one writes it. */
  takeOver(): Promise<void>;
  /** After a write has failed. */
  saveAgain(): Promise<void>;
  /** Asks for a file where the browser can, and writes the project into it; else it is downloaded. */
  saveProjectFile(includesPhotos: boolean): Promise<void>;
  /** It becomes a project of its own, and is opened. A bad file says what is wrong and changes nothing. */
  openProjectFile(file: File): Promise<void>;
  cancelProjectFile(): void;
  /** Measures what this site keeps. */
  measureStorage(): Promise<void>;
  /** Asks the person for permission to read the shown photo's folder again; to be called from a click. */
  unlockPhoto(photoId: string): Promise<void>;
}

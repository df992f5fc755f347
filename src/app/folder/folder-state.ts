import type { TroubleKind } from '../../disk/trouble.ts';

/** What labels can be written as beside the photos. */
export const FOLDER_FORMATS = ['labelme', 'coco', 'yolo-segment', 'cvat'] as const;
export type FolderFormat = (typeof FOLDER_FORMATS)[number];

export interface FolderTrouble {
  /** `unreadable`: what someone else wrote is no labels; `no-photos`: there are none in the folder. */
  readonly kind: TroubleKind | 'unreadable' | 'no-photos';
  /** Null: the folder itself. */
  readonly path: string | null;
  readonly detail: string;
}

/** A file that someone else has changed, or deleted. */
export interface AskedFile {
  readonly path: string;
  readonly isDeleted: boolean;
}

/** Ours is written over theirs; theirs becomes the project's; or both stay side by side. */
export type FolderAnswer = 'mine' | 'theirs' | 'both';

/** The folder on the disk that the open project writes its labels into. */
export interface FolderState {
  readonly isDialogOpen: boolean;
  /**
   * `none`: it writes into none; `opening`: the folder is being read for the first time; `locked`: the browser wants
   * the person to allow it; `elsewhere`: another page writes the project.
   */
  readonly phase: 'none' | 'opening' | 'locked' | 'connected' | 'elsewhere';
  readonly name: string;
  readonly format: FolderFormat;
  readonly isBusy: boolean;
  /** Files that differ from what they should say. */
  readonly waiting: number;
  /** Milliseconds since 1970; null: nothing yet. */
  readonly writtenAt: number | null;
  readonly trouble: FolderTrouble | null;
  readonly asked: readonly AskedFile[];
  /** Photos of the project that lie somewhere else: their labels are in the project's file alone. */
  readonly outside: number;
}

export const NO_FOLDER: FolderState = {
  isDialogOpen: false,
  phase: 'none',
  name: '',
  format: 'labelme',
  isBusy: false,
  waiting: 0,
  writtenAt: null,
  trouble: null,
  asked: [],
  outside: 0,
};

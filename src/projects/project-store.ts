import type { AssembledProject } from './assemble.ts';
import type { RecordChanges } from './changes.ts';
import type { ProjectHead } from './records.ts';

/** `taken`: another page has written the project since; `gone`: the database has lost it. */
export class WriteRefused extends Error {
  constructor(readonly reason: 'taken' | 'gone') {
    super(`the project is ${reason}`);
    this.name = 'WriteRefused';
  }
}

/** All projects of this browser. What is written is on the disk as a whole once the promise resolves, or not at all. */
export interface ProjectStore {
  /** What was opened last comes first; also those that are deleted but not gone. */
  list(): Promise<readonly ProjectHead[]>;
  /** Null: there is no such project. Tells how much of it has been read, from 0 to 1. */
  read(projectId: string, onProgress?: (share: number) => void): Promise<AssembledProject | null>;
  /** Puts broken records aside, so the rest is whole again. */
  quarantine(project: AssembledProject): Promise<void>;
  /**
   * One transaction with all that changed. `head` says what this page knows of the project, and how it
   * is now; what comes back is how it was written. Tells how much of much has been written, from 0 to 1.
   * Rejects with `WriteRefused`, or as the disk refuses.
   */
  write(
    head: ProjectHead,
    changes: RecordChanges,
    onProgress?: (share: number) => void,
  ): Promise<ProjectHead>;
  /** What is not part of the document. Does nothing without the project. */
  amend(projectId: string, change: Amendment): Promise<void>;
  duplicate(projectId: string, copy: ProjectHead): Promise<void>;
  /** Ends what was deleted, and files, thumbnails and reports that no project has. No other page may be open. */
  purge(): Promise<void>;
}

/** What can change about a project while another page writes its document. */
export type Amendment = Partial<
  Pick<ProjectHead, 'name' | 'turn' | 'classId' | 'shownId' | 'picture' | 'isDeleted'>
>;

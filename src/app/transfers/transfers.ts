import type { WriteProgress } from '../../formats/client.ts';
import type { FormatId } from '../../formats/formats.ts';
import type { ImportResult } from '../../formats/protocol.ts';
import type { WriteOptions } from '../../formats/writing/writer.ts';
import type { PhotoProblem } from '../../photo/protocol.ts';
import type { Misfits } from './fitting.ts';

/** Which photos a data set is made of. */
export type Scope = 'photo' | 'labelled' | 'all';

/** What a person chose about an export. */
export interface ExportChoice extends WriteOptions {
  readonly format: FormatId;
  readonly scope: Scope;
  /** One zip, or the files themselves into a folder, where the browser can. */
  readonly target: 'zip' | 'folder';
  /** Share of the photos, 0 to 1; 0: no split. */
  readonly valShare: number;
}

export type ExportFailure =
  | { readonly kind: 'no-room' }
  | { readonly kind: 'photo'; readonly name: string; readonly problem: PhotoProblem }
  | { readonly kind: 'other'; readonly detail: string };

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly progress: WriteProgress }
  | { readonly kind: 'done'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly failure: ExportFailure };

/** What to do on photos that have objects already. */
export type OnConflict = 'add' | 'replace' | 'leave';

export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly done: number; readonly of: number }
  | { readonly kind: 'read'; readonly summary: ImportSummary }
  | { readonly kind: 'taking' }
  | { readonly kind: 'taken'; readonly objects: number; readonly photos: number }
  | { readonly kind: 'failed'; readonly detail: string };

export interface ImportSummary {
  readonly result: ImportResult;
  readonly objects: number;
  /** Photos that are open and get objects. */
  readonly matched: number;
  /** Photos that came with the files and would be opened. */
  readonly brought: number;
  /** Matched photos that have objects already. */
  readonly conflicts: number;
  readonly misfits: Misfits;
}

/** Data sets on their way out and in. */
export interface TransfersState {
  readonly exporting: ExportState;
  readonly importing: ImportState;
}

import type { StoreApi } from 'zustand/vanilla';
import type { DocumentState } from '../document/types.ts';
import type { AdjustVerbs } from './adjusting/adjusting.ts';
import type { CancelVerbs } from './cancelling.ts';
import type { ClassVerbs } from './classes/wing.ts';
import type { EditingVerbs } from './editing/wing.ts';
import type { EverythingVerbs } from './everything/everything.ts';
import type { FolderVerbs } from './folder/wing.ts';
import type { LabVerbs } from './lab/wing.ts';
import type { MemoryVerbs } from './memory/memory.ts';
import type { ModelVerbs } from './model/wing.ts';
import type { ObjectVerbs } from './objects/wing.ts';
import type { PageVerbs } from './page/wing.ts';
import type { PhotoVerbs } from './photos/wing.ts';
import type { ProjectVerbs } from './projects/projects-state.ts';
import type { PromptVerbs } from './prompts/wing.ts';
import type { ReviewVerbs } from './review/wing.ts';
import type { ViewState } from './state/view.ts';
import type { TransferVerbs } from './transfers/wing.ts';
import type { TruthVerbs } from './truth/wing.ts';

/** The verbs of all wings: everything the interface can do. Made once by rest.ts; React only reads the stores. */
export interface Annotator
  extends AdjustVerbs,
    CancelVerbs,
    ClassVerbs,
    EditingVerbs,
    EverythingVerbs,
    LabVerbs,
    FolderVerbs,
    MemoryVerbs,
    ModelVerbs,
    ObjectVerbs,
    PageVerbs,
    PhotoVerbs,
    ProjectVerbs,
    PromptVerbs,
    ReviewVerbs,
    TransferVerbs,
    TruthVerbs {
  readonly document: StoreApi<DocumentState>;
  readonly view: StoreApi<ViewState>;
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { Document } from '../../document/document.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Datasets } from '../../formats/client.ts';
import { emptyViewport } from '../../geometry/viewport.ts';
import type { PhotoLoader } from '../../photo/client.ts';
import type { StoredFiles } from '../../projects/files.ts';
import { NO_DRAFT } from './editing.ts';
import { NO_EVERYTHING } from './everything.ts';
import { WHOLE_LIST } from './listing.ts';
import { modelsAsked } from './model-choice.ts';
import type { Reports } from './reports.ts';
import { NO_REVIEW } from './review.ts';
import { loadSettings } from './settings.ts';
import type { Thumbnails } from './thumbnails.ts';
import { NO_PREVIEW, type ViewState } from './view.ts';

/** What every verb works on. */
export interface Context {
  readonly document: Document;
  readonly view: StoreApi<ViewState>;
  readonly engine: Engine;
  /** Reads what the person waits for. */
  readonly photos: Pick<PhotoLoader, 'load' | 'picture' | 'crop' | 'probe'>;
  /** A thread of its own, for what nobody waits for. */
  readonly background: Pick<PhotoLoader, 'probe' | 'thumbnail' | 'modelImage'>;
  readonly files: StoredFiles;
  readonly thumbnails: Thumbnails;
  readonly reports: Reports;
  readonly datasets: Datasets;
}

/** Document and view as they are now, for the questions that are about both. */
export function now({ document, view }: Pick<Context, 'document' | 'view'>) {
  return [document.state.getState(), view.getState()] as const;
}

/** Whom a click asks; the first one's mask is the one in hand. */
export function modelsInUse({
  engine,
  view,
}: Pick<Context, 'engine' | 'view'>): readonly [ModelKind, ...ModelKind[]] {
  return modelsAsked(view.getState().modelChoice, engine.status.getState().kinds);
}

export function createView(): StoreApi<ViewState> {
  return createStore<ViewState>(() => ({
    photo: null,
    measured: null,
    opening: null,
    unreadable: null,
    copyingFromPrevious: null,
    listing: WHOLE_LIST,
    reports: new Map(),
    embedded: false,
    viewport: emptyViewport,
    live: null,
    pending: false,
    zooming: false,
    compared: null,
    ...NO_PREVIEW,
    wipe: 0.5,
    polarity: 'include',
    draftBox: null,
    heldAgainst: null,
    comparedTruthId: null,
    adjusting: null,
    lab: null,
    pointer: null,
    selectedObjectId: null,
    selectedObjectIds: [],
    justKeptId: null,
    keptNext: null,
    classId: null,
    notices: [],
    tool: 'prompt',
    areaMode: 'add',
    ...NO_DRAFT,
    outline: null,
    ...NO_EVERYTHING,
    ...NO_REVIEW,
    tourStep: null,
    ...loadSettings(),
  }));
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Document } from '../document/document.ts';
import type { Engine } from '../engine/engine.ts';
import type { Datasets } from '../formats/client.ts';
import { emptyViewport } from '../geometry/viewport.ts';
import type { PhotoLoader } from '../photo/client.ts';
import type { StoredFiles } from '../projects/files.ts';
import { NO_DRAFT } from './editing/editing-verbs.ts';
import { NO_EVERYTHING } from './everything/everything-verbs.ts';
import { WHOLE_LIST } from './photos/listing.ts';
import type { Thumbnails } from './photos/thumbnails.ts';
import { loadSettings } from './settings.ts';
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
  readonly datasets: Datasets;
}

export function createView(): StoreApi<ViewState> {
  return createStore<ViewState>(() => ({
    photo: null,
    opening: null,
    unreadable: null,
    copying: null,
    listing: WHOLE_LIST,
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
    pointer: null,
    selectedObjectId: null,
    selectedObjectIds: [],
    classId: null,
    notices: [],
    tool: 'prompt',
    areaMode: 'add',
    ...NO_DRAFT,
    ...NO_EVERYTHING,
    tourStep: null,
    ...loadSettings(),
  }));
}

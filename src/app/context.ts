import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Document } from '../document/document.ts';
import type { Engine } from '../engine/engine.ts';
import type { Datasets } from '../formats/client.ts';
import { emptyViewport } from '../geometry/viewport.ts';
import type { PhotoLoader } from '../photo/client.ts';
import { NO_DRAFT } from './editing-verbs.ts';
import { NO_EVERYTHING } from './everything-verbs.ts';
import { loadSettings } from './settings.ts';
import { NO_PREVIEW, type ViewState } from './view.ts';

/** What every verb works on. */
export interface Context {
  readonly document: Document;
  readonly view: StoreApi<ViewState>;
  readonly engine: Engine;
  readonly photos: Pick<PhotoLoader, 'load' | 'picture' | 'crop'>;
  readonly datasets: Datasets;
}

export function createView(): StoreApi<ViewState> {
  return createStore<ViewState>(() => ({
    photo: null,
    opening: null,
    embedded: false,
    viewport: emptyViewport,
    live: null,
    pending: false,
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
    ...loadSettings(),
  }));
}

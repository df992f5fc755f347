import { createStore } from 'zustand/vanilla';
import { createDocument, type HistoryStep } from '../document/document.ts';
import type { Engine } from '../engine/engine.ts';
import type { ModelSets } from '../models/client.ts';
import type { ModelSource } from '../models/source.ts';
import type { Offline } from '../offline/client.ts';
import type { Reshaper } from '../reshape/client.ts';
import { setLanguage, t } from '../words/words.ts';
import type { Annotator } from './annotator.ts';
import { createClasses } from './classes/classes.ts';
import { createTags } from './classes/tags.ts';
import { createExporting } from './data/exporting.ts';
import { createImporting } from './data/importing.ts';
import type { TransfersState } from './data/transfers.ts';
import { createDrawing } from './editing/drawing.ts';
import { createEditing } from './editing/editing.ts';
import { createReshaping } from './editing/reshaping.ts';
import { createEmbeddingCache } from './engine/embedding-cache.ts';
import { createEncodingAhead } from './engine/encoding-ahead.ts';
import { createModelSetVerbs } from './engine/model-sets.ts';
import { createEverything } from './everything/everything.ts';
import { createMemory } from './memory/memory.ts';
import { createNavigation } from './navigation.ts';
import { createCopyObjects } from './objects/copy-objects.ts';
import { createCopying } from './objects/copying.ts';
import { createObjects } from './objects/objects.ts';
import { createSelection } from './objects/selection.ts';
import { createOfflineVerbs } from './offline.ts';
import { createPhotoList } from './photos/photo-list.ts';
import { createPhotos } from './photos/photos.ts';
import { createThumbnails } from './photos/thumbnails.ts';
import { keepTime } from './photos/time-keeping.ts';
import { createPreferences } from './preferences.ts';
import { createProjects, type ProjectParts } from './projects/projects.ts';
import { createComparing } from './prompts/comparing.ts';
import { createDecoding } from './prompts/decoding.ts';
import { createHovering } from './prompts/hovering.ts';
import { createPrompting } from './prompts/prompting.ts';
import { createRefining } from './prompts/refining.ts';
import { createZooming } from './prompts/zooming.ts';
import { type Context, createView } from './state/context.ts';
import { dismissNotice, notify } from './state/notices.ts';
import { keepSettings } from './state/settings.ts';
import { createTour } from './tour.ts';

/** Joins document, engine and photos into the verbs of the product; the only place where they meet. */
interface Parts {
  readonly engine: Engine;
  readonly photos: Context['photos'];
  readonly background: Context['background'];
  readonly projects: ProjectParts;
  readonly datasets: Context['datasets'];
  readonly sets: ModelSets;
  readonly reshaper: Reshaper;
  /** The model set that came with the app. */
  readonly bundled: ModelSource;
  readonly offline: Offline;
}

export function createAnnotator({
  sets,
  bundled,
  reshaper,
  offline,
  projects: places,
  ...parts
}: Parts): Annotator {
  const { files, thumbnails: kept } = places;
  const context: Context = {
    ...parts,
    files,
    document: createDocument(),
    view: createView(),
    thumbnails: createThumbnails({ files, background: parts.background, kept }),
  };
  const { document, view, engine } = context;
  const decoding = createDecoding(context);
  const { takePhotos, showNone, leaveProject, ...photos } = createPhotos(context, decoding, begin);
  const { begin: beginProject, ...projects } = createProjects(context, places, {
    showPhoto: photos.showPhoto,
    leaveProject,
    refresh: decoding.refresh,
  });
  const copyObjects = createCopyObjects(context);
  const everything = createEverything(context);
  const zooming = createZooming(context, decoding);
  const hovering = createHovering(context);
  const transfers = createStore<TransfersState>(() => ({
    exporting: { kind: 'idle' },
    importing: { kind: 'idle' },
  }));
  setLanguage(view.getState().language);
  // Tests in Node have no such context.
  if (globalThis.isSecureContext === false) notify(view, 'error', t('page.insecure'));

  keepTime(context);
  keepSettings(view);

  function begin(name: string): Promise<boolean> {
    return beginProject(name);
  }

  /** An undone step is shown where it happened. */
  async function reveal(step: Pick<HistoryStep, 'photoId'> | null): Promise<void> {
    // What is about the whole project can be seen from any photo.
    if (!step?.photoId) return;
    await photos.showPhoto(step.photoId);
    await decoding.refresh();
  }

  return {
    document: document.state,
    view,
    engine: engine.status,
    thumbnails: context.thumbnails,
    ...photos,
    ...everything,
    ...zooming,
    ...projects,
    ...createPhotoList(context, { showPhoto: photos.showPhoto, showNone }),
    ...createPrompting(context, decoding, {
      opening: photos.cancelOpening,
      copying: copyObjects.cancelCopying,
      finding: everything.cancelEverything,
      zooming: zooming.cancelZoom,
    }),
    ...copyObjects,
    ...createEditing(context),
    ...createDrawing(context, () => void decoding.refresh()),
    ...createReshaping(context, reshaper),
    ...hovering,
    ...createComparing(context, { decoding, hovering }),
    ...createNavigation(view),
    transfers,
    ...createExporting(context, transfers),
    ...createImporting(context, transfers, takePhotos),
    ...createCopying(context),
    ...createModelSetVerbs(context, decoding, { sets, bundled }),
    ...createOfflineVerbs(context, offline, photos.openFiles, projects.projects),
    ...createSelection(context),
    ...createObjects(context),
    ...createRefining(context, decoding),
    ...createClasses(context),
    ...createTags(context),
    ...createPreferences(view),
    ...createTour(context),
    ...createMemory(context),
    ...createEmbeddingCache(context),
    ...createEncodingAhead(context),
    undo: () => reveal(document.undo()),
    redo: () => reveal(document.redo()),
    canUndo: () => document.history.getState().done.length > 0,
    canRedo: () => document.history.getState().undone.length > 0,
    undoName: () => document.history.getState().done.at(-1)?.name ?? null,
    redoName: () => document.history.getState().undone.at(-1)?.name ?? null,
    setPolarity: (polarity) => view.setState({ polarity }),
    dismissNotice: (id) => dismissNotice(view, id),
  };
}

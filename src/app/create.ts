import type { Degrader } from '../degrade/client.ts';
import { createDocument } from '../document/document.ts';
import type { ModelSets } from '../models/client.ts';
import type { ModelSource } from '../models/source.ts';
import type { Offline } from '../offline/client.ts';
import type { Reshaper } from '../reshape/client.ts';
import type { Scorer } from '../scoring/client.ts';
import { t } from '../words/words.ts';
import { createAdjusting } from './adjusting/adjusting.ts';
import type { Annotator } from './annotator.ts';
import { createCancelling } from './cancelling.ts';
import { createClasses } from './classes/wing.ts';
import { createEditing } from './editing/wing.ts';
import { createEverything } from './everything/everything.ts';
import { createFolder } from './folder/wing.ts';
import { createLab } from './lab/wing.ts';
import { createMemory } from './memory/memory.ts';
import { createModel } from './model/wing.ts';
import { createObjects } from './objects/wing.ts';
import { createPage } from './page/wing.ts';
import { measurePhotos } from './photos/measuring.ts';
import { createReports } from './photos/reports.ts';
import { createShowing } from './photos/showing.ts';
import { createThumbnails } from './photos/thumbnails.ts';
import { createPhotos } from './photos/wing.ts';
import { createProjects, type ProjectParts } from './projects/wing.ts';
import { createDecoding } from './prompts/decoding.ts';
import { createPrompts } from './prompts/wing.ts';
import { createReview } from './review/wing.ts';
import type { Context } from './state/context.ts';
import { notify } from './state/notices.ts';
import { keepSettings } from './state/settings.ts';
import type { Stores } from './stores.ts';
import { createTransfers } from './transfers/wing.ts';
import { createTruth } from './truth/wing.ts';

interface Parts extends Pick<Context, 'engine' | 'photos' | 'background' | 'datasets'> {
  readonly stores: Omit<Stores, 'engine' | 'offline'>;
  readonly projects: ProjectParts;
  readonly sets: ModelSets;
  readonly reshaper: Reshaper;
  readonly scorer: Scorer;
  readonly degrader: Degrader;
  /** The model set that came with the app. */
  readonly bundled: ModelSource;
  readonly offline: Offline;
}

/** Joins document, engine and photos into the verbs of the product: makes each wing of what it needs. */
export function createAnnotator(parts: Parts): Annotator {
  const context = contextOf(parts);
  const { stores } = parts;
  const { document, view } = context;
  keepSettings(view);
  // Tests in Node have no such context.
  if (globalThis.isSecureContext === false) notify(view, 'error', t('page.insecure'));

  const decoding = createDecoding(context);
  const { refresh } = decoding;
  const showing = createShowing(context, decoding);
  const { showPhoto } = showing;
  const projects = createProjects(context, stores.projects, parts.projects, {
    ...showing,
    refresh,
  });
  const photos = createPhotos(context, showing, projects.begin);
  const prompts = createPrompts(context, decoding);
  const objects = createObjects(context, photos.verbs);
  const editing = createEditing(context, {
    reshaper: parts.reshaper,
    refresh,
    keep: prompts.keep,
  });
  const everything = createEverything(context);
  measurePhotos(context, stores.ahead);
  const { openFiles } = photos.verbs;
  const projectName = () =>
    projects.verbs.projects.getState().current?.name ?? t('projects.unnamed');
  return {
    document: document.state,
    view,
    ...projects.verbs,
    ...photos.verbs,
    ...prompts,
    ...objects,
    ...everything,
    ...createAdjusting(context),
    ...createClasses(context),
    ...editing,
    ...createReview(context, { showPhoto }),
    ...createModel(context, stores, decoding, parts),
    ...createTransfers(context, photos.takePhotos, projectName),
    ...createTruth(context, stores.truth, {
      scorer: parts.scorer,
      projects: projects.verbs.projects,
      projectName,
      showPhoto,
    }),
    ...createLab(context, parts.degrader),
    ...createFolder(context, { ...projects.verbs, ...photos, ...parts.projects, projectName }),
    ...createMemory(context),
    ...createPage(context, {
      offline: parts.offline,
      projects: projects.verbs.projects,
      openFiles,
      showPhoto,
      refresh,
    }),
    ...createCancelling(context, {
      ...photos.verbs,
      ...prompts,
      ...objects,
      ...everything,
      ...editing,
    }),
  };
}

function contextOf({ stores, engine, photos, background, datasets, projects }: Parts): Context {
  const { files, thumbnails: kept } = projects;
  const reports = createReports(stores.view, projects.reports);
  return {
    engine,
    photos,
    background,
    datasets,
    files,
    document: createDocument(stores.document, stores.history),
    view: stores.view,
    reports,
    thumbnails: createThumbnails({ files, background, kept, reports }),
  };
}

import type { Annotator } from './app/annotator.ts';
import { createAnnotator } from './app/create.ts';
import type { Stores } from './app/stores.ts';
import { createDegrader } from './degrade/client.ts';
import { createEngine } from './engine/client.ts';
import { connect } from './engine/connection.ts';
import { createEncodeTimes } from './engine/encode-times.ts';
import { startEngineWorker } from './engine/start-worker.ts';
import { createDatasets } from './formats/client.ts';
import { openLaunchFiles } from './launch.ts';
import { createModelSets } from './models/client.ts';
import { createOffline } from './offline/client.ts';
import { createPhotoLoader } from './photo/client.ts';
import { startPhotoWorker } from './photo/start-worker.ts';
import { createConnection } from './projects/database.ts';
import { createProjectFiles } from './projects/file/client.ts';
import { createStoredFiles } from './projects/files.ts';
import { createFolderLinks } from './projects/folders.ts';
import { createPages } from './projects/pages.ts';
import { createStoredReports } from './projects/reports.ts';
import { createProjectStore } from './projects/store.ts';
import { createStoredThumbnails } from './projects/thumbnails.ts';
import { createReshaper } from './reshape/client.ts';
import { createScorer } from './scoring/client.ts';
import type { StartupOptions } from './startup.ts';

/** What comes beside the first screen: makes engine, photo loader and annotator, and starts them. `version` is the page's own. */
export function startRest(stores: Stores, options: StartupOptions, version: string): Annotator {
  const annotator = makeAnnotator(stores, options, version);
  const { sampleId } = options;
  // Neither waits for the other.
  void annotator.startProjects(sampleId === null && !options.startsEmpty);
  void annotator.isolate();
  void annotator.startModel(options.backend).then(annotator.keepOfflineUnasked);
  if (options.startsTour) annotator.startTour();
  else if (!options.isTest) annotator.offerTour();
  if (sampleId !== null) void annotator.openSample(sampleId);
  if (options.hasShared) void annotator.openShared();
  openLaunchFiles(annotator.openFiles);
  return annotator;
}

function makeAnnotator(stores: Stores, options: StartupOptions, version: string): Annotator {
  const { threads, failParity, isTest } = options;
  const database = createConnection();
  const engine = createEngine({
    status: stores.engine,
    selfTestBaseUrl: publicFolder('selftest'),
    keepsOnDisk: true,
    threads,
    failParity,
    times: createEncodeTimes(() => localStorage),
    connect: () => connect(startEngineWorker),
  });
  return createAnnotator({
    stores,
    engine,
    photos: createPhotoLoader(startPhotoWorker),
    background: createPhotoLoader(startPhotoWorker),
    projects: {
      store: createProjectStore(database),
      files: createStoredFiles(database),
      thumbnails: createStoredThumbnails(database),
      reports: createStoredReports(database),
      projectFiles: createProjectFiles(),
      folders: createFolderLinks(database),
      pages: createPages(),
      mayAsk: !isTest,
    },
    datasets: createDatasets(),
    sets: createModelSets(),
    reshaper: createReshaper(),
    scorer: createScorer(),
    degrader: createDegrader(),
    bundled: { kind: 'bundled', baseUrl: publicFolder('models') },
    offline: createOffline({ status: stores.offline, base: publicFolder(''), version }),
  });
}

/** Absolute, ending in a slash; the page's own for no name. */
function publicFolder(name: string): string {
  return new URL(`${import.meta.env.BASE_URL}${name}${name && '/'}`, location.href).href;
}

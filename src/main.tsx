import './security/trusted-scripts.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAnnotator } from './app/create.ts';
import { loadSettings } from './app/state/settings.ts';
import { createEngine } from './engine/client.ts';
import { createDatasets } from './formats/client.ts';
import { openLaunchFiles } from './launch.ts';
import { createModelSets } from './models/client.ts';
import { createOffline } from './offline/client.ts';
import { createPhotoLoader } from './photo/client.ts';
import { createConnection } from './projects/database.ts';
import { createProjectFiles } from './projects/file/client.ts';
import { createStoredFiles } from './projects/files.ts';
import { createPages } from './projects/pages.ts';
import { createProjectStore } from './projects/store.ts';
import { createStoredThumbnails } from './projects/thumbnails.ts';
import { createReshaper } from './reshape/client.ts';
import { startupOptions } from './startup.ts';
import { App } from './ui/App.tsx';
import { loadLaterParts } from './ui/kit/later.tsx';
import { surviveTranslation } from './ui/shell/translated-page.ts';
import { loadWords } from './words/words.ts';

// Without them the page would begin in English; if they can't be had, it does.
await loadWords(loadSettings().language).catch(() => {});
/** The first screen is painted by then. */
const REST_MILLISECONDS = 300;
const options = startupOptions(location.search);
const { backend, threads, sampleId, failParity, isTest } = options;
const engine = createEngine({
  selfTestBaseUrl: publicFolder('selftest'),
  threads,
  failParity,
});
const database = createConnection();
const annotator = createAnnotator({
  engine,
  photos: createPhotoLoader(),
  background: createPhotoLoader(),
  projects: {
    store: createProjectStore(database),
    files: createStoredFiles(database),
    thumbnails: createStoredThumbnails(database),
    projectFiles: createProjectFiles(),
    pages: createPages(),
    mayAsk: !isTest,
  },
  datasets: createDatasets(),
  sets: createModelSets(),
  reshaper: createReshaper(),
  bundled: { kind: 'bundled', baseUrl: publicFolder('models') },
  offline: createOffline({ base: publicFolder(''), version: import.meta.url }),
});
if (isTest) Object.assign(window, { annotator });
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
surviveTranslation();
createRoot(root).render(
  <StrictMode>
    <App annotator={annotator} />
  </StrictMode>,
);
// Neither waits for the other.
void annotator.startProjects(sampleId === null && !options.startsEmpty);
void annotator.isolate();
void annotator.startModel(backend).then(annotator.keepOffline);
if (options.startsTour) annotator.startTour();
else if (!isTest) annotator.offerTour();
if (sampleId !== null) void annotator.openSample(sampleId);
if (options.hasShared) void annotator.openShared();
openLaunchFiles(annotator.openFiles);
// What the first screen does without comes once it is there.
setTimeout(loadLaterParts, REST_MILLISECONDS);

/** Absolute, ending in a slash; the page's own for no name. */
function publicFolder(name: string): string {
  return new URL(`${import.meta.env.BASE_URL}${name}${name && '/'}`, location.href).href;
}

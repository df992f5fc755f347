import './security/trusted-scripts.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Annotator } from './app/annotator.ts';
import { firstAnnotator } from './app/first-annotator.ts';
import { createStores } from './app/stores.ts';
import { startupOptions } from './startup.ts';
import { App } from './ui/App.tsx';
import { loadLaterParts, showPartsAfter } from './ui/kit/later.tsx';
import { surviveTranslation } from './ui/shell/translated-page.ts';
import { loadRestOfWords, loadWords, setLanguage } from './words/words.ts';

/** The first screen is painted by then. */
const REST_MILLISECONDS = 300;
const options = startupOptions(location.search);
const stores = createStores();
const { language } = stores.view.getState();
// Without them the page would begin in English; if they can't be had, it does.
const words = loadWords(language).catch(() => {});
const rest = bringRest();
const annotator = firstAnnotator(stores, rest);
if (options.isTest) Object.assign(window, { annotator });
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
surviveTranslation();
showPartsAfter(rest);
await words;
setLanguage(language);
createRoot(root).render(
  <StrictMode>
    <App annotator={annotator} />
  </StrictMode>,
);
// What the first screen does without comes once it is there; where that fails, the page says so in its place.
rest.then(
  () => setTimeout(loadLaterParts, REST_MILLISECONDS),
  () => {},
);

/** All but the first screen, which doesn't wait for it. */
async function bringRest(): Promise<Annotator> {
  const code = import('./rest.ts');
  await words;
  const [{ startRest }] = await Promise.all([code, loadRestOfWords()]);
  return startRest(stores, options, import.meta.url);
}

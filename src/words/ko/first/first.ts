import { actions, reasons } from './actions.ts';
import {
  backends,
  encodingAhead,
  engineStatus,
  format,
  inspector,
  modelChoice,
  offlineUse,
  page,
  shell,
  welcome,
} from './page.ts';
import { filmstrip, keys, projects, samples } from './projects.ts';

/** What the first screen says, in Korean. Sentences end in the polite -요 or -니다 form; buttons and titles are nouns. */
export const first = {
  actions,
  backends,
  encodingAhead,
  engineStatus,
  filmstrip,
  format,
  inspector,
  keys,
  modelChoice,
  offlineUse,
  page,
  projects,
  reasons,
  samples,
  shell,
  welcome,
} as const;

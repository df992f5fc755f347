import { actions, reasons } from './actions.ts';
import { keys } from './keys.ts';
import { backends, encodingAhead, engineStatus, modelChoice, offlineUse } from './model.ts';
import { format, inspector, page, shell, welcome } from './page.ts';
import { filmstrip, samples } from './photos.ts';
import { projects } from './projects.ts';

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

import { backends } from './backends.ts';
import { classes } from './classes.ts';
import { encoding } from './encoding.ts';
import { filmstrip } from './filmstrip.ts';
import { objects } from './objects.ts';
import { page } from './page.ts';
import { photos } from './photos.ts';
import { problems } from './problems.ts';
import { projectAlerts } from './project-alerts.ts';
import { projects } from './projects.ts';
import { prompts } from './prompts.ts';
import { samples } from './samples.ts';
import { sets } from './sets.ts';
import { shell } from './shell.ts';
import { stage } from './stage.ts';
import { steps } from './steps.ts';

/** Korean. Sentences end in the polite -요 or -니다 form; buttons and titles are nouns. */
export const ko = {
  backends,
  classes,
  encoding,
  filmstrip,
  objects,
  page,
  photos,
  problems,
  projectAlerts,
  projects,
  prompts,
  samples,
  sets,
  shell,
  stage,
  steps,
} as const;

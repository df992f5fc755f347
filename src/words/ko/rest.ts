import { actions } from './actions.ts';
import { actionHelp, menu, palette, synonyms } from './finding.ts';
import { lab } from './lab.ts';
import {
  candidates,
  comparePanel,
  everythingPanel,
  maskPanel,
  prompts,
  room,
  shell,
  stage,
  tour,
} from './masks.ts';
import { encoding, modelPanel, offlineWaits, sets } from './model.ts';
import { classes, objects } from './objects.ts';
import {
  adjustPanel,
  photoPanel,
  photos,
  quality,
  reportPanel,
  statisticsDialog,
} from './photos.ts';
import { folder, problems, projectAlerts, projects } from './projects.ts';
import { review, truth } from './review.ts';
import { announce, steps } from './steps.ts';
import { exportDialog, importDialog } from './transfers.ts';

/** What is said beside the first screen, in Korean. */
export const rest = {
  actions,
  actionHelp,
  adjustPanel,
  announce,
  candidates,
  classes,
  comparePanel,
  encoding,
  everythingPanel,
  exportDialog,
  folder,
  importDialog,
  lab,
  maskPanel,
  menu,
  modelPanel,
  objects,
  offlineWaits,
  palette,
  photoPanel,
  photos,
  problems,
  projectAlerts,
  projects,
  prompts,
  quality,
  reportPanel,
  review,
  room,
  sets,
  shell,
  stage,
  statisticsDialog,
  steps,
  synonyms,
  tour,
  truth,
} as const;

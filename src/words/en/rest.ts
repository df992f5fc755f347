import { announce } from './announce.ts';
import { actionHelp, menu, palette, synonyms } from './finding.ts';
import { folder } from './folder.ts';
import { lab } from './lab.ts';
import { candidates, comparePanel, everythingPanel, maskPanel, prompts } from './masks.ts';
import { encoding, modelPanel, offlineWaits, sets } from './model.ts';
import { classes, objects } from './objects.ts';
import { adjustPanel, photoPanel, photos, reportPanel, statisticsDialog } from './photos.ts';
import { problems } from './problems.ts';
import { projectAlerts } from './projects.ts';
import { quality } from './quality.ts';
import { review } from './review.ts';
import { room, stage, tour } from './stage.ts';
import { steps } from './steps.ts';
import { exportDialog, importDialog } from './transfers.ts';
import { truth } from './truth.ts';

/** What is said beside the first screen, in English. */
export const rest = {
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
  prompts,
  quality,
  reportPanel,
  review,
  room,
  sets,
  stage,
  statisticsDialog,
  steps,
  synonyms,
  tour,
  truth,
} as const;

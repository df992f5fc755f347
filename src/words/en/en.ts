import { actions } from './actions.ts';
import { announce } from './announce.ts';
import { menu, palette, reasons, synonyms } from './finding.ts';
import { actionHelp, keys } from './keys.ts';
import { candidates, comparePanel, everythingPanel, maskPanel, prompts } from './masks.ts';
import {
  backends,
  encoding,
  encodingAhead,
  engineStatus,
  modelChoice,
  modelPanel,
  sets,
} from './model.ts';
import { classes, objects } from './objects.ts';
import { format, inspector, offlineUse, page, room, shell, stage, tour, welcome } from './page.ts';
import { filmstrip, photoPanel, photos, samples, statisticsDialog } from './photos.ts';
import { problems } from './problems.ts';
import { projectAlerts, projects } from './projects.ts';
import { steps } from './steps.ts';
import { exportDialog, importDialog } from './transfers.ts';

/** English, by the part of the app that says it; the source of all keys. */
export const en = {
  actionHelp,
  actions,
  announce,
  backends,
  candidates,
  classes,
  comparePanel,
  encoding,
  encodingAhead,
  engineStatus,
  everythingPanel,
  exportDialog,
  filmstrip,
  format,
  importDialog,
  inspector,
  keys,
  maskPanel,
  menu,
  modelChoice,
  modelPanel,
  objects,
  offlineUse,
  page,
  palette,
  photoPanel,
  photos,
  problems,
  projectAlerts,
  projects,
  prompts,
  reasons,
  room,
  samples,
  sets,
  shell,
  stage,
  statisticsDialog,
  steps,
  synonyms,
  tour,
  welcome,
} as const;

import { actionHelp } from './action-help.ts';
import { actions } from './actions.ts';
import { backends } from './backends.ts';
import { candidates } from './candidates.ts';
import { classes } from './classes.ts';
import { comparePanel } from './compare-panel.ts';
import { encoding } from './encoding.ts';
import { encodingAhead } from './encoding-ahead.ts';
import { engineStatus } from './engine-status.ts';
import { everythingPanel } from './everything-panel.ts';
import { exportDialog } from './export-dialog.ts';
import { filmstrip } from './filmstrip.ts';
import { format } from './format.ts';
import { importDialog } from './import-dialog.ts';
import { inspector } from './inspector.ts';
import { keys } from './keys.ts';
import { maskPanel } from './mask-panel.ts';
import { menu } from './menu.ts';
import { modelChoice } from './model-choice.ts';
import { modelPanel } from './model-panel.ts';
import { objects } from './objects.ts';
import { offlineUse } from './offline-use.ts';
import { page } from './page.ts';
import { palette } from './palette.ts';
import { photoPanel } from './photo-panel.ts';
import { photos } from './photos.ts';
import { problems } from './problems.ts';
import { projectAlerts } from './project-alerts.ts';
import { projects } from './projects.ts';
import { prompts } from './prompts.ts';
import { reasons } from './reasons.ts';
import { room } from './room.ts';
import { samples } from './samples.ts';
import { sets } from './sets.ts';
import { shell } from './shell.ts';
import { stage } from './stage.ts';
import { statisticsDialog } from './statistics-dialog.ts';
import { steps } from './steps.ts';
import { tour } from './tour.ts';
import { welcome } from './welcome.ts';

/** English, by the part of the app that says it; the source of all keys. */
export const en = {
  actionHelp,
  actions,
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
  tour,
  welcome,
} as const;

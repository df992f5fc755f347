import { candidates } from './candidates.ts';
import { comparePanel } from './compare-panel.ts';
import { encodingAhead } from './encoding-ahead.ts';
import { engineStatus } from './engine-status.ts';
import { everythingPanel } from './everything-panel.ts';
import { exportDialog } from './export-dialog.ts';
import { format } from './format.ts';
import { importDialog } from './import-dialog.ts';
import { inspector } from './inspector.ts';
import { maskPanel } from './mask-panel.ts';
import { modelChoice } from './model-choice.ts';
import { modelPanel } from './model-panel.ts';
import { offlineUse } from './offline-use.ts';
import { photoPanel } from './photo-panel.ts';
import { shell } from './shell.ts';
import { statisticsDialog } from './statistics-dialog.ts';

/** English, by the part of the app that says it; the source of all keys. */
export const en = {
  candidates,
  comparePanel,
  encodingAhead,
  engineStatus,
  everythingPanel,
  exportDialog,
  format,
  importDialog,
  inspector,
  maskPanel,
  modelChoice,
  modelPanel,
  offlineUse,
  photoPanel,
  shell,
  statisticsDialog,
} as const;

/** Dialogs that are opened now and then: one chunk, so the first screen's script lists one. */
export { ExplanationDialog } from './explanation/ExplanationDialog.tsx';
export { StatisticsDialog } from './photos/StatisticsDialog.tsx';

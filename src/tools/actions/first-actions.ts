import { appActions } from './app-actions.ts';
import { modelActions } from './model-actions.ts';
import { photoActions } from './photo-actions.ts';
import { projectActions } from './project-actions.ts';
import { promptActions } from './prompt-actions.ts';
import { viewActions } from './view-actions.ts';

/** Groups with a button on the first screen, which does without the others; the registry has all. */
export const FIRST_ACTIONS = {
  ...promptActions,
  ...photoActions,
  ...projectActions,
  ...viewActions,
  ...modelActions,
  ...appActions,
};

export type FirstActionId = keyof typeof FIRST_ACTIONS;

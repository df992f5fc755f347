import type { ProjectHead } from '../../projects/records.ts';
import { t } from '../../words/words.ts';
import type { Hands } from './action.ts';
import { actionSet } from './action-set.ts';

const MENU = { mouse: 'projectMenu', touch: 'projectMenu' } as const;

export const projectActions = actionSet('projects', {
  newProject: {
    ...MENU,
    whyNot: noProject,
    run: ({ annotator, shell }) => void annotator.closeProject().then(shell.goToContent),
  },
  allProjects: {
    ...MENU,
    whyNot: noProject,
    run: ({ annotator }) => void annotator.closeProject(),
  },
  duplicateProject: {
    mouse: 'firstPage',
    touch: 'firstPage',
    whyNot: noProject,
    run: (hands) => withProject(hands, ({ id }) => hands.annotator.duplicateProject(id)),
  },
  deleteProject: {
    mouse: 'firstPage',
    touch: 'firstPage',
    whyNot: noProject,
    run: (hands) => withProject(hands, ({ id }) => hands.annotator.deleteProject(id)),
  },
  saveProjectFile: {
    ...MENU,
    whyNot: noFile,
    run: ({ annotator }) => void annotator.saveProjectFile(true),
  },
  saveProjectWithoutPhotos: {
    ...MENU,
    whyNot: noFile,
    run: ({ annotator }) => void annotator.saveProjectFile(false),
  },
  openProjectFile: {
    mouse: 'dropOrFirstPage',
    touch: 'firstPage',
    run: ({ shell }) => shell.pickFiles('project'),
  },
  stopProjectFile: {
    whyNot: ({ annotator }) =>
      annotator.projects.getState().transfer ? null : t('reasons.noTransfer'),
    run: ({ annotator }) => annotator.cancelProjectFile(),
  },
  takeOver: {
    whyNot: ({ annotator }) =>
      annotator.projects.getState().access === 'read' ? null : t('reasons.workedOnHere'),
    run: ({ annotator }) => void annotator.takeOver(),
  },
  saveAgain: {
    whyNot: ({ annotator }) =>
      annotator.projects.getState().save.kind === 'failed' ? null : t('reasons.isSaved'),
    run: ({ annotator }) => void annotator.saveAgain(),
  },
});

function noProject({ annotator }: Hands): string | null {
  return annotator.projects.getState().current ? null : t('reasons.noProject');
}

function noFile(hands: Hands): string | null {
  const isOnItsWay = hands.annotator.projects.getState().transfer !== null;
  return noProject(hands) ?? (isOnItsWay ? t('reasons.isOnItsWay') : null);
}

function withProject({ annotator }: Hands, act: (project: ProjectHead) => unknown): void {
  const { current } = annotator.projects.getState();
  if (current) act(current);
}

import type { ProjectHead } from '../../projects/records.ts';
import type { Action, ActionSet, Hands } from './action.ts';

const MENU = { mouse: 'project menu', touch: 'project menu' } as const;

export const projectActions = {
  allProjects: {
    title: 'All projects, or a new one',
    ...MENU,
    whyNot: noProject,
    run: ({ annotator }) => void annotator.closeProject(),
  },
  duplicateProject: {
    title: 'Duplicate the project',
    mouse: 'first page',
    touch: 'first page',
    whyNot: noProject,
    run: (hands) => withProject(hands, ({ id }) => hands.annotator.duplicateProject(id)),
  },
  deleteProject: {
    title: 'Delete the project',
    mouse: 'first page',
    touch: 'first page',
    whyNot: noProject,
    run: (hands) => withProject(hands, ({ id }) => hands.annotator.deleteProject(id)),
  },
  saveProjectFile: {
    title: 'Save a project file, with its photos',
    ...MENU,
    whyNot: noFile,
    run: ({ annotator }) => void annotator.saveProjectFile(true),
  },
  saveProjectWithoutPhotos: {
    title: 'Save a project file, without its photos',
    ...MENU,
    whyNot: noFile,
    run: ({ annotator }) => void annotator.saveProjectFile(false),
  },
  openProjectFile: {
    title: 'Open a project file',
    mouse: 'drop, first page',
    touch: 'first page',
    run: ({ shell }) => shell.pickFiles('project'),
  },
  stopProjectFile: {
    title: 'Stop saving or opening a project file',
    whyNot: ({ annotator }) =>
      annotator.projects.getState().transfer ? null : 'None is on its way',
    run: ({ annotator }) => annotator.cancelProjectFile(),
  },
  takeOver: {
    title: 'Work on the project here, not in the other tab',
    whyNot: ({ annotator }) =>
      annotator.projects.getState().access === 'read' ? null : 'It is worked on here already',
    run: ({ annotator }) => void annotator.takeOver(),
  },
  saveAgain: {
    title: 'Try to save again',
    whyNot: ({ annotator }) =>
      annotator.projects.getState().save.kind === 'failed' ? null : 'Everything is saved',
    run: ({ annotator }) => void annotator.saveAgain(),
  },
} as const satisfies ActionSet;

export function openProject({ id, name }: ProjectHead): Action {
  return {
    title: `Open project ${name}`,
    isOn: ({ annotator }) => annotator.projects.getState().current?.id === id,
    run: ({ annotator }) => void annotator.openProject(id),
  };
}

function noProject({ annotator }: Hands): string | null {
  return annotator.projects.getState().current ? null : 'No project is open';
}

function noFile(hands: Hands): string | null {
  const isOnItsWay = hands.annotator.projects.getState().transfer !== null;
  return noProject(hands) ?? (isOnItsWay ? 'A project file is on its way already' : null);
}

function withProject({ annotator }: Hands, act: (project: ProjectHead) => unknown): void {
  const { current } = annotator.projects.getState();
  if (current) act(current);
}

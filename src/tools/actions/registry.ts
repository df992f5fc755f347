import { DISK_LIMITS } from '../../app/state/settings.ts';
import { chooseSet, limitEmbeddings, removeSet } from './about-model-set.ts';
import { goToPhoto } from './about-photo.ts';
import { openProject } from './about-project.ts';
import type { Action, Hands } from './action.ts';
import type { ActionGroup } from './action-set.ts';
import { adjustActions } from './adjust-actions.ts';
import { appActions } from './app-actions.ts';
import { aboutClass, chooseClass, classActions, mergeClass } from './class-actions.ts';
import { everythingActions } from './everything-actions.ts';
import { FIRST_ACTIONS } from './first-actions.ts';
import { folderActions } from './folder-actions.ts';
import { labActions } from './lab-actions.ts';
import { languageActions } from './language-actions.ts';
import { maskActions } from './mask-actions.ts';
import { modelActions } from './model-actions.ts';
import { objectActions } from './object-actions.ts';
import { photoActions } from './photo-actions.ts';
import { projectActions } from './project-actions.ts';
import { promptActions } from './prompt-actions.ts';
import { qualityActions } from './quality-actions.ts';
import { reviewActions } from './review-actions.ts';
import { toolActions } from './tool-actions.ts';
import { viewActions } from './view-actions.ts';

/**
 * Everything a person can do. Keys, the sheet of keys, tooltips, menus and the palette all read it here;
 * a new verb needs an entry in one of these files and nothing else to be found and to have a key.
 */
export const ACTIONS = {
  ...FIRST_ACTIONS,
  ...adjustActions,
  ...labActions,
  ...everythingActions,
  ...toolActions,
  ...maskActions,
  ...objectActions,
  ...classActions,
  ...reviewActions,
  ...qualityActions,
  ...folderActions,
  ...languageActions,
};

export type ActionId = keyof typeof ACTIONS;

/** An action with its place in the registry. */
export interface Entry {
  readonly id: string;
  readonly group: ActionGroup;
  readonly action: Action;
}

const GROUPS = [
  ['prompt', promptActions],
  ['everything', everythingActions],
  ['tools', toolActions],
  ['objects', objectActions],
  ['mask', maskActions],
  ['classes', classActions],
  ['review', reviewActions],
  ['photos', photoActions],
  ['photos', qualityActions],
  ['projects', projectActions],
  ['folder', folderActions],
  ['view', viewActions],
  ['view', languageActions],
  ['view', adjustActions],
  ['model', modelActions],
  ['model', labActions],
  ['app', appActions],
] as const;

/** In the order in which they are listed. */
export const ENTRIES: readonly Entry[] = GROUPS.flatMap(([group, set]) =>
  Object.entries<Action>(set).map(([id, action]) => ({ id, group, action })),
);

/** What there is to do with what is there now: photos, classes, projects, model sets. */
export function entriesNow({ annotator }: Hands): readonly Entry[] {
  const { classes, photos } = annotator.document.getState();
  const { stored } = annotator.modelSets.getState();
  const entry = (group: ActionGroup, id: string, action: Action): Entry => ({ id, group, action });
  return [
    ...classes.map((one, i) => entry('classes', `class:${one.id}`, chooseClass(one, i))),
    ...photos.map((photo) => entry('photos', `photo:${photo.id}`, goToPhoto(photo))),
    ...annotator.projects
      .getState()
      .all.map((one) => entry('projects', `project:${one.id}`, openProject(one))),
    ...(stored.length > 0 ? [null, ...stored] : []).map((set) =>
      entry('model', `set:${set?.id ?? ''}`, chooseSet(set)),
    ),
    ...stored.map((set) => entry('model', `remove-set:${set.id}`, removeSet(set))),
    ...DISK_LIMITS.map((bytes) => entry('model', `disk:${bytes}`, limitEmbeddings(bytes))),
    ...classes.flatMap((one) => [
      ...Object.entries<Action>(aboutClass(one)).map(([what, action]) =>
        entry('classes', `${what}:${one.id}`, action),
      ),
      ...classes
        .filter((other) => other !== one)
        .map((other) => entry('classes', `merge:${one.id}:${other.id}`, mergeClass(one, other))),
    ]),
  ];
}

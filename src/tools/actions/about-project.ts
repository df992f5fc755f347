import type { ProjectHead } from '../../projects/records.ts';
import { t } from '../../words/words.ts';
import type { Action } from './action.ts';

export function openProject({ id, name }: ProjectHead): Action {
  return {
    get title() {
      return t('actionHelp.about.openProject', { name });
    },
    isOn: ({ annotator }) => annotator.projects.getState().current?.id === id,
    run: ({ annotator }) => void annotator.openProject(id),
  };
}

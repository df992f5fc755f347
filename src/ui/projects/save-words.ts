import type { ProjectsState } from '../../app/projects/projects-state.ts';
import { t } from '../../words/words.ts';

interface SaveWords {
  readonly short: string;
  readonly long: string;
}

/** What the top bar says about how safe the work is. */
export function saveWords({ storage, access, save }: ProjectsState): SaveWords {
  if (storage === 'none')
    return { short: t('projects.state.notKept'), long: t('projects.state.notKeptWhy') };
  if (access !== 'write')
    return { short: t('projects.state.readOnly'), long: t('projects.state.readOnlyWhy') };
  switch (save.kind) {
    case 'kept':
      return { short: t('projects.state.saved'), long: t('projects.state.savedWhy') };
    case 'saving': {
      const { done } = save;
      const share = done === undefined ? null : t('projects.state.savingShare', { done });
      return { short: share ?? t('projects.state.saving'), long: t('projects.state.savingWhy') };
    }
    case 'failed': {
      const long = t(`projects.failures.${save.reason}.what`);
      return { short: t('projects.state.notSaved'), long };
    }
  }
}

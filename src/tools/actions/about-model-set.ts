import type { ModelSetsState } from '../../app/model/model-sets-state.ts';
import { t } from '../../words/words.ts';
import type { Action } from './action.ts';
import { loadingSet } from './reasons.ts';

/** Null: the one that came with the app. */
export function chooseSet(set: ModelSetsState['stored'][number] | null): Action {
  return {
    get title() {
      return set
        ? t('actionHelp.about.useSet', { name: set.name })
        : t('actionHelp.about.useBundledSet');
    },
    whyNot: loadingSet,
    isOn: ({ annotator }) => annotator.modelSets.getState().chosen === (set?.id ?? null),
    run: ({ annotator }) => void annotator.switchSet(set?.id ?? null),
  };
}

export function removeSet({ id, name }: ModelSetsState['stored'][number]): Action {
  return {
    get title() {
      return t('actionHelp.about.removeSet', { name });
    },
    whyNot: loadingSet,
    run: ({ annotator }) => void annotator.removeSet(id),
  };
}

/** How much of the disk embeddings may take, in bytes. */
export function limitEmbeddings(bytes: number): Action {
  return {
    get title() {
      return bytes === 0
        ? t('actionHelp.about.noEmbeddings')
        : t('actionHelp.about.embeddingsUpTo', { gigabytes: bytes / 1e9 });
    },
    mouse: 'modelPanel',
    touch: 'modelPanel',
    isOn: ({ annotator }) => annotator.view.getState().diskLimit === bytes,
    run: ({ annotator }) => void annotator.setDiskLimit(bytes),
  };
}

import type { ModelSetsState } from '../../app/model/model-sets.ts';
import { choiceInUse, MODEL_CHOICES, type ModelChoice } from '../../app/state/model-choice.ts';
import type { BackendChoice } from '../../engine/engine.ts';
import { t } from '../../words/words.ts';
import type { Action, Hands } from './action.ts';
import { actionSet, type Untitled } from './action-set.ts';
import { noPhoto, notComparing } from './reasons.ts';

export const modelActions = actionSet('model', {
  robust: model('robust'),
  plain: model('plain'),
  compare: model('compare'),
  nextModel: {
    keys: ['M'],
    mouse: 'switch',
    touch: 'switch',
    whyNot: onlyOne,
    run({ annotator }) {
      const at = MODEL_CHOICES.indexOf(annotator.view.getState().modelChoice);
      const next = MODEL_CHOICES[(at + 1) % MODEL_CHOICES.length];
      if (next) void annotator.chooseModel(next);
    },
  },
  compareLayout: {
    keys: ['Shift+M'],
    mouse: 'switch',
    touch: 'switch',
    whyNot: notComparing,
    run({ annotator }) {
      const { compareLayout } = annotator.view.getState();
      annotator.setCompareLayout(compareLayout === 'wipe' ? 'side-by-side' : 'wipe');
    },
  },
  runBest: backend('auto'),
  runFp16: backend('webgpu-fp16'),
  runFp32: backend('webgpu-fp32'),
  runThreads: backend('wasm-threads'),
  runSingle: backend('wasm-single'),
  loadZip: {
    whyNot: isLoading,
    run: ({ shell }) => shell.pickFiles('model-zip'),
  },
  loadFolder: {
    whyNot: (hands) => (canPickFolders() ? isLoading(hands) : t('reasons.noFolders')),
    run: ({ shell }) => shell.pickFiles('model-folder'),
  },
  stopLoading: {
    whyNot: (hands) => (isLoading(hands) ? null : t('reasons.notLoading')),
    run: ({ annotator }) => annotator.cancelLoadingSet(),
  },
  encodeAll: {
    mouse: 'modelPanel',
    touch: 'modelPanel',
    whyNot: noPhoto,
    isOn: ({ annotator }) => annotator.ahead.getState().scope === 'all',
    run: ({ annotator }) => annotator.encodeAll(),
  },
  stopEncoding: {
    whyNot: ({ annotator }) =>
      annotator.ahead.getState().scope === 'all' ? null : t('reasons.notEncodingAll'),
    run: ({ annotator }) => annotator.cancelAhead(),
  },
  pauseEncoding: {
    isOn: ({ annotator }) => annotator.ahead.getState().isPaused,
    run({ annotator }) {
      if (annotator.ahead.getState().isPaused) annotator.resumeAhead();
      else annotator.pauseAhead();
    },
  },
  clearEmbeddings: {
    whyNot: ({ annotator }) =>
      annotator.engine.getState().cache.count > 0 ? null : t('reasons.noEmbeddings'),
    run: ({ annotator }) => void annotator.clearCache(),
  },
});

/** Null: the one that came with the app. */
export function chooseSet(set: ModelSetsState['stored'][number] | null): Action {
  return {
    get title() {
      return set
        ? t('actionHelp.about.useSet', { name: set.name })
        : t('actionHelp.about.useBundledSet');
    },
    whyNot: isLoading,
    isOn: ({ annotator }) => annotator.modelSets.getState().chosen === (set?.id ?? null),
    run: ({ annotator }) => void annotator.switchSet(set?.id ?? null),
  };
}

export function removeSet({ id, name }: ModelSetsState['stored'][number]): Action {
  return {
    get title() {
      return t('actionHelp.about.removeSet', { name });
    },
    whyNot: isLoading,
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

function model(choice: ModelChoice): Untitled {
  return {
    mouse: 'switch',
    touch: 'switch',
    whyNot: onlyOne,
    isOn({ annotator }) {
      const { modelChoice } = annotator.view.getState();
      return choiceInUse(modelChoice, annotator.engine.getState().kinds) === choice;
    },
    run: ({ annotator }) => void annotator.chooseModel(choice),
  };
}

function backend(choice: BackendChoice): Untitled {
  return {
    mouse: 'modelPanel',
    touch: 'modelPanel',
    isOn: ({ annotator }) => annotator.engine.getState().choice === choice,
    run: ({ annotator }) => void annotator.chooseBackend(choice),
  };
}

function onlyOne({ annotator }: Hands): string | null {
  const isOne = annotator.engine.getState().kinds.length === 1;
  return isOne ? t('reasons.onlyOneModel') : null;
}

function isLoading({ annotator }: Hands): string | null {
  return annotator.modelSets.getState().work ? t('reasons.isLoading') : null;
}

function canPickFolders(): boolean {
  return 'webkitdirectory' in HTMLInputElement.prototype;
}

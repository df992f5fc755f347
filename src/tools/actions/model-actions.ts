import {
  COMPARE_LAYOUTS,
  choiceInUse,
  MODEL_CHOICES,
  type ModelChoice,
} from '../../app/state/model-choice.ts';
import type { BackendChoice } from '../../engine/protocol.ts';
import { t } from '../../words/words.ts';
import type { Hands } from './action.ts';
import { actionSet, type Untitled } from './action-set.ts';
import { loadingSet, noPhoto, notComparing } from './reasons.ts';

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
      const at = COMPARE_LAYOUTS.indexOf(compareLayout);
      const next = COMPARE_LAYOUTS[(at + 1) % COMPARE_LAYOUTS.length];
      if (next) annotator.setCompareLayout(next);
    },
  },
  hatching: {
    keys: ['Shift+K'],
    mouse: 'comparePanel',
    touch: 'comparePanel',
    whyNot: notComparing,
    isOn: ({ annotator }) => annotator.view.getState().hatches,
    run({ annotator }) {
      annotator.setHatching(!annotator.view.getState().hatches);
    },
  },
  runBest: backend('auto'),
  runFp16: backend('webgpu-fp16'),
  runFp32: backend('webgpu-fp32'),
  runThreads: backend('wasm-threads'),
  runSingle: backend('wasm-single'),
  loadZip: {
    whyNot: loadingSet,
    run: ({ shell }) => shell.pickFiles('model-zip'),
  },
  loadFolder: {
    whyNot: (hands) => (canPickFolders() ? loadingSet(hands) : t('reasons.noFolders')),
    run: ({ shell }) => shell.pickFiles('model-folder'),
  },
  stopLoading: {
    whyNot: (hands) => (loadingSet(hands) ? null : t('reasons.notLoading')),
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

function canPickFolders(): boolean {
  return 'webkitdirectory' in HTMLInputElement.prototype;
}

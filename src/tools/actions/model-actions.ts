import type { ModelSetsState } from '../../app/engine/model-sets.ts';
import { choiceInUse, MODEL_CHOICES, type ModelChoice } from '../../app/prompts/models.ts';
import type { BackendChoice } from '../../engine/engine.ts';
import type { Action, ActionSet, Hands } from './action.ts';
import { noPhoto, notComparing } from './reasons.ts';

export const modelActions = {
  robust: model('robust', 'Model: RobustSAM'),
  plain: model('plain', 'Model: plain SAM'),
  compare: model('compare', 'Model: compare the two'),
  nextModel: {
    title: 'RobustSAM, plain SAM, compare: the next one',
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
    title: 'Compare: wipe or side by side',
    keys: ['Shift+M'],
    mouse: 'switch',
    touch: 'switch',
    whyNot: notComparing,
    run({ annotator }) {
      const { compareLayout } = annotator.view.getState();
      annotator.setCompareLayout(compareLayout === 'wipe' ? 'side-by-side' : 'wipe');
    },
  },
  runBest: backend('auto', 'Run the model on the best available'),
  runFp16: backend('webgpu-fp16', 'Run the model on WebGPU fp16'),
  runFp32: backend('webgpu-fp32', 'Run the model on WebGPU fp32'),
  runThreads: backend('wasm-threads', 'Run the model on the CPU, with threads'),
  runSingle: backend('wasm-single', 'Run the model on the CPU, one thread'),
  loadZip: {
    title: 'Load a model set from a zip',
    whyNot: isLoading,
    run: ({ shell }) => shell.pickFiles('model-zip'),
  },
  loadFolder: {
    title: 'Load a model set from a folder',
    whyNot: (hands) => (canPickFolders() ? isLoading(hands) : 'This browser picks no folders'),
    run: ({ shell }) => shell.pickFiles('model-folder'),
  },
  stopLoading: {
    title: 'Stop loading the model set',
    whyNot: (hands) => (isLoading(hands) ? null : 'None is being loaded'),
    run: ({ annotator }) => annotator.cancelLoadingSet(),
  },
  encodeAll: {
    title: 'Encode all photos of the project',
    mouse: 'Model panel',
    touch: 'Model panel',
    whyNot: noPhoto,
    isOn: ({ annotator }) => annotator.ahead.getState().scope === 'all',
    run: ({ annotator }) => annotator.encodeAll(),
  },
  stopEncoding: {
    title: 'Encode the next few photos only',
    whyNot: ({ annotator }) =>
      annotator.ahead.getState().scope === 'all' ? null : 'Not all are being encoded',
    run: ({ annotator }) => annotator.cancelAhead(),
  },
  pauseEncoding: {
    title: 'Pause encoding ahead',
    isOn: ({ annotator }) => annotator.ahead.getState().isPaused,
    run({ annotator }) {
      if (annotator.ahead.getState().isPaused) annotator.resumeAhead();
      else annotator.pauseAhead();
    },
  },
  clearEmbeddings: {
    title: 'Clear the embeddings',
    whyNot: ({ annotator }) =>
      annotator.engine.getState().cache.count > 0 ? null : 'None is kept',
    run: ({ annotator }) => void annotator.clearCache(),
  },
} as const satisfies ActionSet;

/** Null: the one that came with the app. */
export function chooseSet(set: ModelSetsState['stored'][number] | null): Action {
  return {
    title: `Use model set ${set?.name ?? 'that came with the app'}`,
    whyNot: isLoading,
    isOn: ({ annotator }) => annotator.modelSets.getState().chosen === (set?.id ?? null),
    run: ({ annotator }) => void annotator.switchSet(set?.id ?? null),
  };
}

function model(choice: ModelChoice, title: string): Action {
  return {
    title,
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

function backend(choice: BackendChoice, title: string): Action {
  return {
    title,
    mouse: 'Model panel',
    touch: 'Model panel',
    isOn: ({ annotator }) => annotator.engine.getState().choice === choice,
    run: ({ annotator }) => void annotator.chooseBackend(choice),
  };
}

function onlyOne({ annotator }: Hands): string | null {
  const isOne = annotator.engine.getState().kinds.length === 1;
  return isOne ? 'The loaded model set has one model only' : null;
}

function isLoading({ annotator }: Hands): string | null {
  return annotator.modelSets.getState().work ? 'A model set is being loaded' : null;
}

function canPickFolders(): boolean {
  return 'webkitdirectory' in HTMLInputElement.prototype;
}

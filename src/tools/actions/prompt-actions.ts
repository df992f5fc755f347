import { isOutlineMoved } from '../../app/state/editing.ts';
import { currentPrompt } from '../../app/state/questions.ts';
import { addPoint } from '../commands.ts';
import { now } from '../now.ts';
import type { Hands } from './action.ts';
import { actionSet } from './action-set.ts';
import { noCandidates, noPhoto, noPointer, noPrompt, notComparing } from './reasons.ts';

export const promptActions = actionSet('prompt', {
  include: {
    keys: ['F'],
    mouse: 'click',
    touch: 'tapAtPlus',
    whyNot: noPointer,
    // It says itself what it adds, whatever the +/- switch says.
    run({ annotator }) {
      const { pointer } = annotator.view.getState();
      if (pointer) void annotator.addPoint(pointer, 'include');
    },
  },
  exclude: {
    keys: ['G'],
    mouse: 'rightClick',
    touch: 'tapAtMinus',
    whyNot: noPointer,
    run({ annotator }) {
      const { pointer } = annotator.view.getState();
      if (pointer) addPoint(annotator, pointer, true);
    },
  },
  finish: {
    keys: ['Enter'],
    isOnStage: true,
    mouse: 'doubleClick',
    touch: 'keep',
    whyNot: noPhoto,
    run: finish,
  },
  keepPlain: {
    keys: ['Shift+Enter'],
    isOnStage: true,
    mouse: 'doubleClickOnSide',
    touch: 'keepPlain',
    whyNot: (hands) => notComparing(hands) ?? noPrompt(hands),
    run: ({ annotator }) => void annotator.keep('plain'),
  },
  nextCandidate: {
    keys: ['Tab', 'T'],
    isOnStage: true,
    mouse: 'ctrlWheel',
    touch: 'chips',
    whyNot: nothingToStep,
    run: ({ annotator }) => stepOn(annotator, 1),
  },
  previousCandidate: {
    keys: ['Shift+Tab', 'Shift+T'],
    isOnStage: true,
    whyNot: nothingToStep,
    run: ({ annotator }) => stepOn(annotator, -1),
  },
  cancel: {
    keys: ['Escape'],
    isFixed: true,
    touch: 'cross',
    run({ annotator, cancelGesture }) {
      if (!cancelGesture()) annotator.cancel();
    },
  },
  clearPrompt: {
    whyNot: noPrompt,
    run: ({ annotator }) => annotator.clearPrompt(),
  },
  clicksInclude: {
    isOn: ({ annotator }) => annotator.view.getState().polarity === 'include',
    run: ({ annotator }) => annotator.setPolarity('include'),
  },
  clicksExclude: {
    isOn: ({ annotator }) => annotator.view.getState().polarity === 'exclude',
    run: ({ annotator }) => annotator.setPolarity('exclude'),
  },
  preview: {
    isOn: ({ annotator }) => annotator.view.getState().hoverEnabled,
    run({ annotator }) {
      annotator.setHoverEnabled(!annotator.view.getState().hoverEnabled);
    },
  },
});

function nothingToStep(hands: Hands): string | null {
  return hands.annotator.view.getState().outline ? null : noCandidates(hands);
}

/** To the next point of the outline, else the next candidate. */
function stepOn(annotator: Hands['annotator'], by: 1 | -1): void {
  if (annotator.view.getState().outline) annotator.stepHandle(by);
  else void annotator.cycleCandidate(by);
}

/** Closes the polygon, else applies moved points, else accepts the proposal at the pointer, else keeps the mask in hand, else lets go of the object: the next stroke makes a new one. */
function finish({ annotator }: Hands): void {
  const { tool, draft, outline, pointedProposalId } = annotator.view.getState();
  if (draft?.kind === 'area' && draft.open) {
    if (draft.points.length >= 3) annotator.applyDraft();
    return;
  }
  const hasPrompt = currentPrompt(...now(annotator)).length > 0;
  if (isOutlineMoved(outline)) annotator.applyOutline();
  else if (pointedProposalId && !hasPrompt) annotator.acceptProposals([pointedProposalId]);
  else if (tool === 'prompt' || hasPrompt) void annotator.keep();
  else annotator.selectObject(null);
}

import { addPoint } from '../commands.ts';
import type { ActionSet, Hands } from './action.ts';
import { noCandidates, noPhoto, noPointer, noPrompt, notComparing } from './reasons.ts';

export const promptActions = {
  include: {
    title: 'Include what is under the pointer',
    keys: ['F'],
    mouse: 'click',
    touch: 'tap, switch at +',
    whyNot: noPointer,
    // It says itself what it adds, whatever the +/- switch says.
    run({ annotator }) {
      const { pointer } = annotator.view.getState();
      if (pointer) void annotator.addPoint(pointer, 'include');
    },
  },
  exclude: {
    title: 'Exclude what is under the pointer',
    keys: ['G'],
    mouse: 'right click, Alt+click',
    touch: 'tap, switch at −',
    whyNot: noPointer,
    run({ annotator }) {
      const { pointer } = annotator.view.getState();
      if (pointer) addPoint(annotator, pointer, true);
    },
  },
  finish: {
    title: 'Keep the mask, or finish what is drawn',
    keys: ['Enter'],
    isOnStage: true,
    mouse: 'double-click',
    touch: 'Keep',
    whyNot: noPhoto,
    run: finish,
  },
  keepPlain: {
    title: 'Keep the mask of plain SAM',
    keys: ['Shift+Enter'],
    isOnStage: true,
    mouse: 'double-click on its side',
    touch: 'Keep plain',
    whyNot: (hands) => notComparing(hands) ?? noPrompt(hands),
    run: ({ annotator }) => void annotator.keep('plain'),
  },
  nextCandidate: {
    title: 'Next candidate mask',
    keys: ['Tab'],
    isOnStage: true,
    mouse: 'Ctrl+wheel over the mask',
    touch: 'chips',
    whyNot: noCandidates,
    run: ({ annotator }) => void annotator.cycleCandidate(1),
  },
  previousCandidate: {
    title: 'Previous candidate mask',
    keys: ['Shift+Tab'],
    isOnStage: true,
    whyNot: noCandidates,
    run: ({ annotator }) => void annotator.cycleCandidate(-1),
  },
  cancel: {
    title: 'Drop what is drawn or in hand, else the selection',
    keys: ['Escape'],
    isFixed: true,
    touch: '×',
    run({ annotator, cancelGesture }) {
      if (!cancelGesture()) annotator.cancel();
    },
  },
  clearPrompt: {
    title: 'Clear the prompt',
    whyNot: noPrompt,
    run: ({ annotator }) => annotator.clearPrompt(),
  },
  clicksInclude: {
    title: 'Clicks include',
    isOn: ({ annotator }) => annotator.view.getState().polarity === 'include',
    run: ({ annotator }) => annotator.setPolarity('include'),
  },
  clicksExclude: {
    title: 'Clicks exclude',
    isOn: ({ annotator }) => annotator.view.getState().polarity === 'exclude',
    run: ({ annotator }) => annotator.setPolarity('exclude'),
  },
  preview: {
    title: 'Preview under the pointer',
    isOn: ({ annotator }) => annotator.view.getState().hoverEnabled,
    run({ annotator }) {
      annotator.setHoverEnabled(!annotator.view.getState().hoverEnabled);
    },
  },
} as const satisfies ActionSet;

/** Closes the polygon, else accepts the proposal at the pointer, else keeps the mask in hand, else lets go of the object: the next stroke makes a new one. */
function finish({ annotator }: Hands): void {
  const { tool, draft, photo, pointedProposalId } = annotator.view.getState();
  if (draft?.kind === 'area' && draft.open) {
    if (draft.points.length >= 3) annotator.applyDraft();
    return;
  }
  const hasPrompt = (annotator.document.getState().prompts[photo?.id ?? ''] ?? []).length > 0;
  if (pointedProposalId && !hasPrompt) annotator.acceptProposals([pointedProposalId]);
  else if (tool === 'prompt' || hasPrompt) void annotator.keep();
  else annotator.selectObject(null);
}

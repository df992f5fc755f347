import type { StoreApi } from 'zustand/vanilla';
import { isNeutral } from '../../adjust/adjustments.ts';
import { shownAdjustments } from '../../app/adjusting/shown.ts';
import type { Annotator } from '../../app/annotator.ts';
import { proposalsShown } from '../../app/everything/proposals.ts';
import { type Comparison, comparisonOf } from '../../app/prompts/comparison.ts';
import { type Side, sidesOf } from '../../app/prompts/sides.ts';
import { answerOf, currentPrompt, proposalsOn } from '../../app/state/questions.ts';
import type { ViewState } from '../../app/state/view.ts';
import type { DocumentState, Proposal } from '../../document/types.ts';
import type { StageElement, StageState } from '../../tools/stage-state.ts';
import { createAdjustedPhoto } from './adjusted-photo.ts';
import { paintedBy, reoutlinedId } from './edited-objects.ts';
import { createObjectsPicture, type ObjectsPicture, type PaintAll } from './objects-picture.ts';
import { paintLabDifference } from './paint-lab.ts';
import { type LivePart, paintLive } from './paint-live.ts';
import { hasMarks, paintMarks } from './paint-marks.ts';
import {
  paintObjects,
  paintSelected,
  selectedOf,
  subjectOf,
  visibleObjects,
} from './paint-objects.ts';
import { paintGrid, paintPhoto } from './paint-photo.ts';
import { pulseAt } from './paint-prompt.ts';
import { paintPointed } from './paint-proposals.ts';
import { paintHeldAgainst } from './paint-truth.ts';
import { paintTwoOutlines } from './paint-two-outlines.ts';
import { createStrokeCanvas } from './stroke-canvas.ts';
import type { Surface } from './surface.ts';

export const LAYERS = ['photo', 'objects', 'selected', 'live', 'marks'] as const;
export type Layer = (typeof LAYERS)[number];

/** Paints one layer; null when there is nothing on it. */
export type Paint = ((surface: Surface) => void) | null;

/** The moment a frame is painted. */
export interface Moment {
  readonly time: number;
  /** The view is being panned or zoomed. */
  readonly isMoving: boolean;
  /** What is painted now is not the last of it: the layer is painted again with the next frame. */
  again(): void;
}

/** From so many on, painting them all may take longer than a frame. */
const MANY_OBJECTS = 50;

/** What each layer shows now, read from the stores. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a layer each, read from the same stores.
export function layersOf(
  { document, view, engine }: Annotator,
  state: StoreApi<StageState>,
  stage: StageElement,
): Readonly<Record<Layer, (moment: Moment) => Paint>> {
  const adjustedPhoto = createAdjustedPhoto();
  const strokeCanvas = createStrokeCanvas();
  const [objectsPicture, selectedPicture] = [createObjectsPicture(), createObjectsPicture()];

  /** Few are painted as they are, many as a picture. */
  function masks(
    picture: ObjectsPicture,
    { isMoving, again }: Moment,
    count: number,
    subject: readonly unknown[],
    paintAll: PaintAll,
  ): Paint {
    const areMany = count >= MANY_OBJECTS;
    if (!areMany) picture.release();
    if (count === 0 || state.getState().masksHidden) return null;
    const { viewport } = view.getState();
    return (surface) => {
      if (!areMany) for (const _ of paintAll(surface, viewport));
      else if (!picture.paint(surface, { viewport, isMoving, subject }, paintAll)) again();
    };
  }

  return {
    photo({ isMoving }) {
      const { photo, lab, measured, viewport } = view.getState();
      if (!photo) return null;
      const adjustments = shownAdjustments(document.getState(), view.getState());
      const { showsOriginal } = state.getState();
      const isAsItIs = isNeutral(adjustments) || showsOriginal;
      const levels = (!showsOriginal && lab?.levels) || photo.levels;
      if (isNeutral(adjustments)) adjustedPhoto.release();
      return (surface) => {
        const paintAsItIs = (onto: Surface) => paintPhoto(onto, viewport, levels, isMoving);
        if (isAsItIs || !measured) paintAsItIs(surface);
        else {
          const { maps } = measured;
          adjustedPhoto.paint(surface, viewport, { adjustments, maps }, paintAsItIs);
        }
        paintGrid(surface, viewport);
      };
    },
    objects(moment) {
      const [made, shown] = [document.getState(), view.getState()];
      const count = visibleObjects(made, shown).length + proposalsShown(made, shown).length;
      return masks(objectsPicture, moment, count, subjectOf(made, shown), (surface, viewport) =>
        paintObjects(surface, viewport, made, shown),
      );
    },
    // Alone, so selecting one of hundreds paints one.
    selected(moment) {
      const [made, shown] = [document.getState(), view.getState()];
      const subject = [...subjectOf(made, shown), shown.selectedObjectIds];
      const count = selectedOf(made, shown).length;
      return masks(selectedPicture, moment, count, subject, (surface, viewport) =>
        paintSelected(surface, viewport, made, shown),
      );
    },
    live() {
      const [made, shown] = [document.getState(), view.getState()];
      const { masksHidden } = state.getState();
      const stroke = shown.draft?.kind === 'stroke' ? shown.draft : null;
      if (!stroke) strokeCanvas.release();
      const painted = stroke && paintedBy(shown, made);
      const sides = sidesOf(shown, engine.getState().kinds, stage.model);
      const difference = masksHidden ? null : (shown.lab?.difference ?? null);
      const isShown = !masksHidden && !difference && painted?.kind !== 'live';
      const parts = isShown ? sides.map((side) => partOf(shown, side)) : [];
      const comparison = masksHidden ? null : comparisonOf(shown);
      const disagreement = (shown.hatches && comparison?.disagreement) || null;
      const both = isShown && showsOutlines(shown) ? comparison : null;
      const proposal = masksHidden ? null : pointedProposal(made, shown);
      const held = masksHidden ? null : heldOn(shown);
      const hasMask = parts.some(({ mask, hoverMask }) => mask !== null || hoverMask !== null);
      if (!stroke && !proposal && !hasMask && !disagreement && !held && !difference) return null;
      const shownParts = both
        ? parts.map((part) => ({ ...part, mask: null, dropped: null }))
        : parts;
      return (surface) => {
        if (proposal) paintPointed(surface, shown.viewport, proposal);
        if (stroke && painted) strokeCanvas.paint(surface, shown.viewport, painted, stroke);
        paintLive(surface, shown.viewport, shownParts, disagreement);
        if (both) paintTwoOutlines(surface, shown.viewport, masksIn(both));
        if (held) paintHeldAgainst(surface, shown.viewport, held);
        if (difference) paintLabDifference(surface, shown.viewport, difference);
      };
    },
    // Alone, so a click or a box being dragged paints no mask.
    marks({ time }) {
      const shown = view.getState();
      const { masksHidden, cursor, pointed } = state.getState();
      const isOther = pointed !== null && pointed !== stage.element;
      const marks = {
        view: shown,
        hidesMasks: masksHidden,
        prompt: masksHidden ? [] : currentPrompt(document.getState(), shown),
        pulse: isWaiting(shown) ? pulseAt(time, prefersStillness()) : null,
        // The mouse is on the other stage: this one shows where it points.
        cursor: cursor ?? (isOther ? shown.pointer : null),
      };
      return hasMarks(marks) ? (surface) => paintMarks(surface, marks) : null;
    },
  };
}

/** Two outlines that belong to the shown photo. */
function heldOn({ heldAgainst, photo }: Pick<ViewState, 'heldAgainst' | 'photo'>) {
  return heldAgainst && heldAgainst.photoId === photo?.id ? heldAgainst : null;
}

function showsOutlines({ modelChoice, compareLayout }: ViewState): boolean {
  return modelChoice === 'compare' && compareLayout === 'outlines';
}

function masksIn({ answers: { robust, plain } }: Comparison) {
  return { robust: robust.mask, plain: plain.mask };
}

/** The proposal under the pointer. */
function pointedProposal(
  document: DocumentState,
  view: Pick<ViewState, 'photo' | 'pointedProposalId'>,
): Proposal | null {
  return proposalsOn(document, view).find(({ id }) => id === view.pointedProposalId) ?? null;
}

/** The masks on a side. The other model's preview is plain SAM's: RobustSAM leads where both are asked. */
export function partOf(view: ViewState, { model, from, to }: Side): LivePart {
  const hoverMask = model === 'plain' ? view.comparedHoverMask : view.hoverMask;
  const answer = model ? answerOf(view, model) : view.live;
  const dropped = answer?.isTidied ? (answer.tidied?.changed ?? null) : null;
  return { mask: answer?.mask ?? null, dropped, hoverMask, from, to };
}

/** The layers on which two states of the document look different; a click changes the prompt alone. */
export function layersChangedBy(
  now: DocumentState,
  before: DocumentState,
  view: ViewState,
): readonly Layer[] {
  const was = subjectOf(before, view);
  const isSame = subjectOf(now, view).every((part, i) => part === was[i]);
  const isShownAlike =
    now.adjustments === before.adjustments && now.sharedAdjustments === before.sharedAdjustments;
  const layers: readonly Layer[] = isSame ? ['marks'] : ['objects', 'selected', 'live', 'marks'];
  return isShownAlike ? layers : ['photo', ...layers];
}

/** The layers on which two states of the view look different. */
export function changedLayers(now: ViewState, before: ViewState): readonly Layer[] {
  if (now.viewport !== before.viewport || now.photo !== before.photo) return LAYERS;
  if (now.theme !== before.theme || now.maskLook !== before.maskLook) return LAYERS;
  const isShownAlike = now.adjusting === before.adjusting && now.lab?.levels === before.lab?.levels;
  const layers: Layer[] = isShownAlike ? [] : ['photo'];
  const isPainting = ({ draft }: ViewState) => draft?.kind === 'stroke';
  const editsChange =
    now.reshaping?.mask !== before.reshaping?.mask ||
    isPainting(now) !== isPainting(before) ||
    reoutlinedId(now) !== reoutlinedId(before);
  if (editsChange || now.proposalFilter !== before.proposalFilter) layers.push('objects');
  if (editsChange || now.selectedObjectIds !== before.selectedObjectIds) layers.push('selected');
  const isSameLab = now.lab?.difference === before.lab?.difference;
  if (!isSameLab || LIVE.some((key) => now[key] !== before[key])) layers.push('live');
  const followsPointer = now.compareLayout === 'side-by-side' && now.modelChoice === 'compare';
  const marks = followsPointer ? [...MARKS, 'pointer' as const] : MARKS;
  const isSame = isWaiting(now) === isWaiting(before);
  if (!isSame || marks.some((key) => now[key] !== before[key])) layers.push('marks');
  return layers;
}

const LIVE = [
  'heldAgainst',
  'pointedProposalId',
  'live',
  'hoverMask',
  'compared',
  'comparedHoverMask',
  'modelChoice',
  'compareLayout',
  'hatches',
  'wipe',
  'draft',
] as const;
const MARKS = ['draftBox', 'draft', 'outline'] as const;

/** Shown as a ring. On an encoded photo a click is answered before a ring would be noticed. */
export function isWaiting({ pending, embedded }: ViewState): boolean {
  return pending && !embedded;
}

export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

import type { ImagePoint } from '../../geometry/spaces.ts';
import {
  addHandle,
  dropHandle,
  type HandlePlace,
  type HandleRing,
  moveHandle,
} from '../../mask/handles.ts';
import { selectionOf } from '../objects/selection.ts';
import type { Context } from '../state/context.ts';
import { now } from '../state/context.ts';
import { isOutlineMoved, lastPointChange, type OutlineEdit } from '../state/editing.ts';
import { currentPrompt } from '../state/questions.ts';
import type { ViewState } from '../state/view.ts';
import { applyOutline, followOutline, type KeptForPoints } from './outline-edit.ts';
import { snapped } from './snapping.ts';

/** What is done to the points of an outline. */
export interface OutliningVerbs {
  /** U: the outline of the selected object, or of the mask in hand, which is kept first: one undo step with what is moved. */
  editPoints(): Promise<void>;
  /** Which point of the outline the keys mean; null: none. */
  focusHandle(place: HandlePlace | null): void;
  /** Onwards or back along the outline, and to the next ring. */
  stepHandle(by: 1 | -1): void;
  /** A drag begins: all of it is taken back at once. */
  grabHandle(place: HandlePlace): void;
  /** One more point on a line, which the drag then moves. */
  grabLine(place: HandlePlace, near: ImagePoint): void;
  /** `reach`: photo pixels within which the neighbours' outlines draw it to them; 0: they don't. */
  dragHandle(to: ImagePoint, reach: number): void;
  /** By photo pixels. */
  nudgeHandle(dx: number, dy: number): void;
  /** The focussed point, where none is named. */
  removeHandle(place?: HandlePlace): void;
  /** What was done to points last, and is no part of the mask yet. */
  takeBackHandle(): void;
  /** Enter: what was moved becomes the mask, in one undo step. */
  applyOutline(): void;
  /** Esc. False when nothing was moved. */
  dropOutline(): boolean;
  setSnapsToEdges(isOn: boolean): void;
}

/** What is done before points are shown. */
interface Around {
  keep(): Promise<void>;
  chooseTool(tool: 'points'): void;
}

/**
 * The selected object's outline by its points, while that tool is in hand. What was moved is applied when something
 * else is taken up, and dropped by Esc alone.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: each verb is a few lines, and all change the one outline in hand.
export function createOutlining(context: Context, { keep, chooseTool }: Around): OutliningVerbs {
  const { document, view } = context;
  let kept: KeptForPoints | null = null;
  const apply = (outline: OutlineEdit) => applyOutline(context, outline, kept);

  function edit(change: (outline: OutlineEdit) => Partial<OutlineEdit>): void {
    const { outline } = view.getState();
    if (outline) view.setState({ outline: { ...outline, ...change(outline) } });
  }

  /** As one step that can be taken back. */
  function editRings(
    change: (outline: OutlineEdit) => readonly HandleRing[],
    focused: HandlePlace | null,
  ): void {
    edit((outline) => ({
      rings: change(outline),
      past: [...outline.past, outline.rings],
      focused,
    }));
  }

  function onPhoto({ x, y }: ImagePoint): ImagePoint {
    const { width, height } = view.getState().viewport.image;
    return { x: Math.min(Math.max(x, 0), width), y: Math.min(Math.max(y, 0), height) };
  }

  // What was moved on the outline that is left is applied.
  view.subscribe((is, was) => {
    const left = FOLLOWED.some((key) => is[key] !== was[key]) ? followOutline(context) : null;
    if (left) apply(left);
  });
  // Not within the step that is being recorded.
  document.state.subscribe(() => {
    const left = followOutline(context);
    if (left) void Promise.resolve().then(() => apply(left));
  });

  return {
    async editPoints() {
      const { photo } = view.getState();
      const isInHand = () => currentPrompt(...now(context)).length > 0;
      const wasInHand = isInHand();
      if (wasInHand) await keep();
      if (view.getState().photo !== photo) return;
      const { justKeptId: objectId } = view.getState();
      const step = document.history.getState().done.at(-1);
      if (wasInHand && !isInHand() && step && objectId !== null) {
        kept = { objectId, step };
        view.setState(selectionOf([objectId]));
      }
      chooseTool('points');
    },
    focusHandle: (focused) => edit(() => ({ focused })),
    stepHandle: (by) => edit(({ rings, focused }) => ({ focused: stepped(rings, focused, by) })),
    grabHandle: (place) => editRings(({ rings }) => rings, place),
    grabLine: (place, near) =>
      editRings(({ rings }) => addHandle(rings, place, near), {
        ...place,
        handle: place.handle + 1,
      }),
    dragHandle(to, reach) {
      edit(({ rings, focused, object }) => {
        if (!focused) return {};
        const at = reach > 0 ? snapped(context, object.id, to, reach) : to;
        return { rings: moveHandle(rings, focused, onPhoto(at)) };
      });
    },
    nudgeHandle(dx, dy) {
      const { outline } = view.getState();
      const place = outline?.focused;
      const at = place && outline.rings[place.ring]?.handles[place.handle]?.at;
      if (!place || !at) return;
      const to = onPhoto({ x: at.x + dx, y: at.y + dy });
      editRings(({ rings }) => moveHandle(rings, place, to), place);
    },
    removeHandle(chosen) {
      const { outline } = view.getState();
      const place = chosen ?? outline?.focused;
      if (!outline || !place) return;
      const rings = dropHandle(outline.rings, place);
      const isThere = rings[place.ring]?.part === outline.rings[place.ring]?.part;
      const before = Math.max(place.handle - 1, 0);
      editRings(() => rings, isThere ? { ...place, handle: before } : null);
    },
    takeBackHandle() {
      const { outline } = view.getState();
      const at = lastPointChange(outline);
      const rings = outline?.past[at];
      if (!outline || !rings) return;
      const past = outline.past.slice(0, at);
      view.setState({ outline: { ...outline, rings, past, focused: null } });
    },
    applyOutline() {
      const { outline } = view.getState();
      if (outline) apply(outline);
    },
    dropOutline() {
      const { outline } = view.getState();
      if (!outline || !isOutlineMoved(outline)) return false;
      view.setState({ outline: { ...outline, rings: outline.opened, past: [], focused: null } });
      return true;
    },
    setSnapsToEdges: (snapsToEdges) => view.setState({ snapsToEdges }),
  };
}

const FOLLOWED = ['tool', 'photo', 'selectedObjectId'] as const satisfies (keyof ViewState)[];

function stepped(
  rings: readonly HandleRing[],
  focused: HandlePlace | null,
  by: 1 | -1,
): HandlePlace | null {
  const all = rings.flatMap(({ handles }, ring) => handles.map((_, handle) => ({ ring, handle })));
  const at = all.findIndex(
    ({ ring, handle }) => ring === focused?.ring && handle === focused.handle,
  );
  const from = at === -1 && by === -1 ? 0 : at;
  return all[(from + by + all.length) % all.length] ?? null;
}

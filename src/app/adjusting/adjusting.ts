import { type Adjustments, AMOUNTS, NEUTRAL, sound } from '../../adjust/adjustments.ts';
import { autoAdjustments } from '../../adjust/auto.ts';
import type { Change } from '../../document/change.ts';
import { t } from '../../words/words.ts';
import { type Context, now } from '../state/context.ts';
import { keptAdjustments, orNull, shownAdjustments } from './shown.ts';

/** How the photo is shown; the model and exports see it as it is. */
export interface AdjustVerbs {
  /** Shows a change while it is being made, and keeps nothing. */
  previewAdjustments(change: Partial<Adjustments>): void;
  /** Keeps what is shown, as one undo step. */
  keepAdjustments(): void;
  /** As the photo's report says; a second time: as it is. */
  autoAdjust(): void;
  resetAdjustments(): void;
  /** All photos of the project as this one, or each as its own adjustments say. */
  shareAdjustments(areShared: boolean): void;
}

export function createAdjusting(context: Context): AdjustVerbs {
  const { document, view } = context;

  function keep(name: string, after: Adjustments): void {
    view.setState({ adjusting: null });
    const { photo } = view.getState();
    const state = document.state.getState();
    if (!photo || areSame(after, keptAdjustments(state, photo.id))) return;
    document.commit({ name, photoId: photo.id, changes: [changeTo(orNull(after), photo.id)] });
  }

  function changeTo(after: Adjustments | null, photoId: string): Change {
    const { adjustments, sharedAdjustments } = document.state.getState();
    return sharedAdjustments
      ? // Shared ones stay so, also when they change nothing.
        { kind: 'set-shared-adjustments', before: sharedAdjustments, after: after ?? NEUTRAL }
      : { kind: 'set-adjustments', photoId, before: adjustments[photoId] ?? null, after };
  }

  return {
    previewAdjustments(change) {
      if (!view.getState().photo) return;
      view.setState({ adjusting: sound({ ...shownAdjustments(...now(context)), ...change }) });
    },
    keepAdjustments() {
      const { adjusting } = view.getState();
      if (adjusting) keep(t('steps.view.adjust'), adjusting);
    },
    autoAdjust() {
      const { measured } = view.getState();
      if (!measured) return;
      const auto = autoAdjustments(measured.report);
      const isAuto = areSame(auto, shownAdjustments(...now(context)));
      keep(
        t(isAuto ? 'steps.view.resetAdjustments' : 'steps.view.autoAdjust'),
        isAuto ? NEUTRAL : auto,
      );
    },
    resetAdjustments: () => keep(t('steps.view.resetAdjustments'), NEUTRAL),
    shareAdjustments(areShared) {
      const { photo } = view.getState();
      const state = document.state.getState();
      if (!photo || (state.sharedAdjustments !== null) === areShared) return;
      const shown = keptAdjustments(state, photo.id);
      const before = state.adjustments[photo.id] ?? null;
      document.commit({
        name: t(areShared ? 'steps.view.shareAdjustments' : 'steps.view.unshareAdjustments'),
        photoId: photo.id,
        changes: [
          {
            kind: 'set-shared-adjustments',
            before: state.sharedAdjustments,
            after: areShared ? shown : null,
          },
          // The photo in view looks the same afterwards.
          { kind: 'set-adjustments', photoId: photo.id, before, after: orNull(shown) },
        ],
      });
    },
  };
}

function areSame(a: Adjustments, b: Adjustments): boolean {
  return a.inverts === b.inverts && AMOUNTS.every((amount) => a[amount] === b[amount]);
}

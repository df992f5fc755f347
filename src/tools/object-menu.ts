import { selectedObjects } from '../app/state/questions.ts';
import { maskContains } from '../mask/measure.ts';
import type { Hands } from './actions/action.ts';
import { addPoint } from './commands.ts';
import type { Spot } from './gesture.ts';
import { now } from './now.ts';

/**
 * The menu of the object at the spot, which is selected by it unless it is already. Where there is none
 * the button means what it means when it is pressed shortly.
 */
export function openObjectMenu(hands: Hands, stage: HTMLElement, { image, screen }: Spot): void {
  const { annotator, shell } = hands;
  const isSelected = selectedObjects(...now(hands.annotator)).some(({ mask }) =>
    maskContains(mask, image),
  );
  const before = annotator.view.getState();
  if (!isSelected) annotator.selectAt(image, false);
  if (selectedObjects(...now(hands.annotator)).length > 0) {
    const { left, top } = stage.getBoundingClientRect();
    shell.showObjectMenu({ x: left + screen.x, y: top + screen.y });
  } else {
    annotator.selectObjects(before.selectedObjectIds, before.selectedObjectId);
    if (before.tool === 'prompt') addPoint(annotator, image, true);
  }
}

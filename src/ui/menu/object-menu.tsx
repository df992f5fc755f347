import { objectWords } from '../../app/objects/locked.ts';
import { selectedObjects } from '../../app/state/questions.ts';
import type { Hands } from '../../tools/actions/action.ts';
import { chooseClass } from '../../tools/actions/class-actions.ts';
import type { ActionId } from '../../tools/actions/registry.ts';
import { now } from '../../tools/now.ts';
import { t } from '../../words/words.ts';
import { itemFor, itemOf, type MenuItem, RULE } from './menu-items.ts';

export function objectMenuLabel(hands: Hands): string {
  return t('menu.objects', { objects: objectWords(selectedObjects(...now(hands.annotator))) });
}

/** What can be done with the selected objects, on the stage and in their list. */
export function objectMenu(hands: Hands): readonly MenuItem[] {
  const { classes } = hands.annotator.document.getState();
  const isSeveral = selectedObjects(...now(hands.annotator)).length > 1;
  const item = (id: ActionId) => itemFor(hands, id);
  return [
    item('refine'),
    item('rename'),
    {
      kind: 'submenu',
      label: t('menu.class'),
      whyNot: null,
      items: [
        ...classes.map((one, i) =>
          itemOf(
            hands,
            { ...chooseClass(one, i), title: one.name, isOn: () => haveClass(hands, one.id) },
            <span className="swatch" style={{ background: one.color }} />,
          ),
        ),
        item('noClass'),
        item('nameClass'),
      ],
    },
    item('duplicate'),
    RULE,
    item('acceptObject'),
    item('rejectObject'),
    RULE,
    item('lock'),
    item('hide'),
    RULE,
    item('forward'),
    item('backward'),
    item('toFront'),
    item('toBack'),
    RULE,
    ...(isSeveral ? [item('merge'), item('subtract'), item('intersect'), RULE] : []),
    {
      kind: 'submenu',
      label: t('menu.mask'),
      whyNot: null,
      items: [
        item('fillHoles'),
        item('dropSpecks'),
        item('smooth'),
        item('grow'),
        item('shrink'),
        item('split'),
      ],
    },
    item('copyCutOut'),
    item('copyMask'),
    RULE,
    item('delete'),
  ];
}

function haveClass(hands: Hands, classId: string): boolean {
  return selectedObjects(...now(hands.annotator)).every((object) => object.classId === classId);
}

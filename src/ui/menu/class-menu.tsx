import type { ObjectClass } from '../../document/classes.ts';
import type { Hands } from '../../tools/actions/action.ts';
import { aboutClass, mergeClass } from '../../tools/actions/class-actions.ts';
import { t } from '../../words/words.ts';
import { itemOf, type MenuItem, RULE } from './menu-items.ts';

/** What can be done with a class of the list; `pickColor` opens the browser's own picker. */
export function classMenu(
  hands: Hands,
  one: ObjectClass,
  pickColor: () => void,
): readonly MenuItem[] {
  const others = hands.annotator.document.getState().classes.filter(({ id }) => id !== one.id);
  const { edit, select, hide, up, down, ...rest } = aboutClass(one);
  return [
    itemOf(hands, edit),
    itemOf(hands, { title: t('menu.classColor', { name: one.name }), run: pickColor }),
    {
      kind: 'submenu',
      label: t('menu.mergeInto', { name: one.name }),
      whyNot: others.length > 0 ? null : t('reasons.noOtherClass'),
      items: others.map((other) =>
        itemOf(
          hands,
          { ...mergeClass(one, other), title: other.name },
          <span className="swatch" style={{ background: other.color }} />,
        ),
      ),
    },
    itemOf(hands, select),
    itemOf(hands, hide),
    RULE,
    itemOf(hands, up),
    itemOf(hands, down),
    RULE,
    itemOf(hands, rest.delete),
  ];
}

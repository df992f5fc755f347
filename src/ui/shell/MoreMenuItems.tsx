import { LANGUAGE_ACTION_IDS } from '../../tools/actions/language-actions.ts';
import type { ActionId } from '../../tools/actions/registry.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import type { Rect } from '../kit/place-beside.ts';
import { Menu } from '../menu/Menu.tsx';
import { itemFor, type MenuItem, RULE } from '../menu/menu-items.ts';

/** Which of them have no button of their own is up to the width: top-bar.css. */
const ACTIONS: readonly (ActionId | 'rule')[] = [
  'openPhotos',
  'palette',
  'import',
  'statistics',
  'preview',
  'lab',
  'shortcuts',
  'rule',
  'themeSystem',
  'themeLight',
  'themeDark',
  'themeContrast',
  'rule',
  ...LANGUAGE_ACTION_IDS,
];

interface Props {
  readonly anchor: Rect;
  readonly onClose: () => void;
}

export function MoreMenuItems({ anchor, onClose }: Props) {
  const hands = useHands();
  return (
    <Menu
      label={t('shell.topBar.more')}
      items={ACTIONS.map((id): MenuItem => (id === 'rule' ? RULE : itemFor(hands, id)))}
      anchor={anchor}
      onClose={onClose}
    />
  );
}

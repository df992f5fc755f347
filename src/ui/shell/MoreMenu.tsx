import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { ActionId } from '../../tools/actions/registry.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { IconButton } from '../kit/IconButton.tsx';
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
  'shortcuts',
  'rule',
  'themeSystem',
  'themeLight',
  'themeDark',
  'themeContrast',
  'rule',
  'languageEnglish',
  'languageKorean',
];

/** What the top bar has no room for. */
export function MoreMenu() {
  const hands = useHands();
  const [anchor, setAnchor] = useState<Rect | null>(null);
  return (
    <>
      <IconButton
        id="more-actions"
        icon={Ellipsis}
        label={t('shell.topBar.more')}
        tip="left"
        className="more-button"
        onClick={() => setAnchor(rectOf('more-actions'))}
      />
      {anchor && (
        <Menu
          label={t('shell.topBar.more')}
          items={ACTIONS.map((id): MenuItem => (id === 'rule' ? RULE : itemFor(hands, id)))}
          anchor={anchor}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  );
}

function rectOf(id: string): Rect {
  const { x, y, width, height } =
    document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect();
  return { x, y, width, height };
}

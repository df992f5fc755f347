import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../words/words.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { later } from '../kit/later.tsx';
import type { Rect } from '../kit/place-beside.ts';

const MoreMenuItems = later(async () => (await import('./MoreMenuItems.tsx')).MoreMenuItems);

/** What the top bar has no room for. */
export function MoreMenu() {
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
      {anchor && <MoreMenuItems anchor={anchor} onClose={() => setAnchor(null)} />}
    </>
  );
}

function rectOf(id: string): Rect {
  const { x, y, width, height } =
    document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect();
  return { x, y, width, height };
}

import type { PhotoEntry } from '../../document/types.ts';
import { aboutPhoto } from '../../tools/actions/about-photo.ts';
import type { Hands } from '../../tools/actions/action.ts';
import { itemFor, itemOf, type MenuItem, RULE } from './menu-items.ts';

/** What can be done with a photo of the filmstrip. */
export function photoMenu(hands: Hands, photo: PhotoEntry): readonly MenuItem[] {
  const { show, done, remove } = aboutPhoto(photo);
  return [
    itemOf(hands, show),
    itemOf(hands, done),
    RULE,
    itemFor(hands, 'copyFromPrevious'),
    itemFor(hands, 'statistics'),
    RULE,
    itemOf(hands, remove),
  ];
}

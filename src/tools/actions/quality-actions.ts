import { QUALITIES, type Quality } from '../../report/quality.ts';
import { recordUnder } from '../../typed/records.ts';
import { t } from '../../words/words.ts';
import type { Action } from './action.ts';
import { noPhoto } from './reasons.ts';

/** What the filmstrip shows by the photos' reports. Their titles come beside the first screen, which has no photo. */
export const qualityActions = {
  ...recordUnder('list', QUALITIES, listing),
  sortWorst: {
    get title() {
      return t('quality.list.worst');
    },
    mouse: 'filmstrip',
    touch: 'filmstrip',
    whyNot: noPhoto,
    isOn: ({ annotator }) => annotator.view.getState().listing.sort === 'worst',
    run: ({ annotator }) => annotator.setListing({ sort: 'worst' }),
  },
} satisfies Readonly<Record<string, Action>>;

/** A second time: any quality again. */
function listing(quality: Quality): Action {
  const isOn: Action['isOn'] = ({ annotator }) =>
    annotator.view.getState().listing.quality === quality;
  return {
    get title() {
      return t(`quality.list.${quality}`);
    },
    mouse: 'filmstrip',
    touch: 'filmstrip',
    whyNot: noPhoto,
    isOn,
    run: (hands) => hands.annotator.setListing({ quality: isOn(hands) ? null : quality }),
  };
}

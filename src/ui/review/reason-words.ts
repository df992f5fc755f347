import { shownName } from '../../app/objects/object-name.ts';
import type { Reason } from '../../app/review/doubts.ts';
import type { Review } from '../../document/review.ts';
import { dateFormat, t } from '../../words/words.ts';
import { formatShare } from '../kit/format.ts';

/** Why an object may be wrong: "The model is only 62 % sure." */
export function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'unsure':
      return t('review.reasons.unsure', { share: shareWords(reason.iou) });
    case 'disagree':
      return t('review.reasons.disagree', { share: shareWords(reason.iou) });
    case 'duplicate':
      return t('review.reasons.duplicate', {
        share: shareWords(reason.iou),
        other: shownName(reason.other),
      });
    case 'overlap':
      return t('review.reasons.overlap', {
        share: shareWords(reason.share),
        other: shownName(reason.other),
      });
    case 'points':
      return t('review.reasons.points', { count: reason.count });
    case 'box':
      return t('review.reasons.box', { share: shareWords(reason.iou) });
    case 'pieces':
      return piecesWords(reason);
    case 'tiny':
      return t('review.reasons.tiny', { count: reason.pixels });
    case 'mended':
    case 'edge':
      return t(`review.reasons.${reason.kind}`);
  }
}

/** "Rejected by Mina, 30 November: cut off". */
export function stateWords({ state, by, when, comment }: Review): string {
  const said = by === '' ? t(`review.states.${state}`) : t(`review.statesBy.${state}`, { by });
  const dated = when === 0 ? said : t('review.dated', { said, day: formatDay(when) });
  return comment === '' ? dated : t('review.commented', { said: dated, comment });
}

function shareWords(share: number): string {
  return formatShare(Math.min(Math.max(share, 0), 1));
}

function piecesWords({ parts, holes }: { readonly parts: number; readonly holes: number }): string {
  const partWords = t('review.reasons.parts', { count: parts });
  const holeWords = t('review.reasons.holes', { count: holes });
  if (holes === 0) return t('review.reasons.pieces', { pieces: partWords });
  if (parts === 1) return t('review.reasons.pieces', { pieces: holeWords });
  return t('review.reasons.pieces', {
    pieces: t('review.reasons.both', { parts: partWords, holes: holeWords }),
  });
}

function formatDay(when: number): string {
  return dateFormat({ dateStyle: 'medium' }).format(when);
}

import type { ExportFailure } from '../../app/transfers/transfers.ts';
import type { FormatId, Kept } from '../../formats/formats.ts';
import { describePhotoProblem } from '../../photo/describe.ts';
import { t } from '../../words/words.ts';
import { formatList, formatPercent } from '../kit/format.ts';

export const FORMAT_GROUPS: readonly {
  readonly group: 'training' | 'tools' | 'png' | 'pictures';
  readonly formats: readonly FormatId[];
}[] = [
  {
    group: 'training',
    formats: ['coco', 'coco-panoptic', 'yolo-segment', 'yolo-detect', 'yolo-obb', 'dota', 'voc'],
  },
  { group: 'tools', formats: ['labelme', 'cvat', 'label-studio', 'datumaro'] },
  { group: 'png', formats: ['png-objects', 'png-instances', 'png-classes'] },
  { group: 'pictures', formats: ['cut-outs', 'overlays', 'svg', 'csv'] },
];

/** "This format leaves out scores and notes." */
export function lossWords(loses: readonly Kept[]): string | null {
  if (loses.length === 0) return null;
  const list = formatList(loses.map((kept) => t(`exportDialog.lost.${kept}`)));
  return t('exportDialog.loses', { list });
}

export function scopeWords(labelled: number, all: number) {
  return {
    photo: t('exportDialog.scopes.photo'),
    labelled: t('exportDialog.scopes.labelled', { photos: labelled }),
    all: t('exportDialog.scopes.all', { photos: all }),
  };
}

export function targetWords() {
  return { zip: t('exportDialog.targets.zip'), folder: t('exportDialog.targets.folder') };
}

export function shapeWords() {
  return { polygons: t('exportDialog.polygons'), masks: t('exportDialog.masks') };
}

/** "polygons stay within 1.5 px of the mask". */
export function toleranceWords(pixels: number): string {
  return pixels === 0 ? t('exportDialog.exact') : t('exportDialog.within', { pixels });
}

export function detailWords(vertices: number, meanIou: number, leastIou: number): string {
  // Rounded down: 100 % is said only of all of it.
  const percent = (iou: number) => formatPercent(Math.floor(iou * 1000) / 10, 1);
  return t('exportDialog.figures', {
    vertices,
    mean: percent(meanIou),
    least: percent(leastIou),
  });
}

export function failureWords(failure: ExportFailure): string {
  switch (failure.kind) {
    case 'no-room':
      return t('exportDialog.failures.noRoom');
    case 'photo':
      return t('exportDialog.failures.photo', {
        name: failure.name,
        problem: describePhotoProblem(failure.problem),
      });
    case 'other':
      return t('exportDialog.failures.other', { detail: failure.detail });
  }
}

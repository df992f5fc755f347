import { useEffect, useRef, useState } from 'react';
import { paletteColor } from '../../app/objects/palette.ts';
import type { FitChoice } from '../../app/transfers/fitting.ts';
import type { FittedPhoto } from '../../app/transfers/importing.ts';
import type { Mask } from '../../mask/mask.ts';
import { forEachSpan } from '../../mask/runs.ts';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';

interface Props {
  readonly kind: 'scaled' | 'turned';
  readonly fit: FitChoice;
}

/** One of the photos with its labels as they would be. */
export function FitPreview({ kind, fit }: Props) {
  const annotator = useAnnotator();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    let isOver = false;
    void annotator.previewFit(kind, fit).then((fitted) => {
      if (!isOver) setShown(fitted !== null);
      if (!isOver && fitted && canvas.current) paint(canvas.current, fitted);
      fitted?.picture.close();
    });
    return () => {
      isOver = true;
    };
  }, [annotator, kind, fit]);
  return (
    <canvas
      ref={canvas}
      className="fit-preview"
      role="img"
      aria-label={t('importDialog.fitPreview')}
      hidden={!isShown}
    />
  );
}

function paint(canvas: HTMLCanvasElement, { picture, masks }: FittedPhoto): void {
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.drawImage(picture, 0, 0);
  context.globalAlpha = 0.6;
  for (const [i, mask] of masks.entries()) fillMask(context, mask, paletteColor(i));
}

function fillMask(context: CanvasRenderingContext2D, mask: Mask, color: string): void {
  const { width, height } = context.canvas;
  const [sx, sy] = [width / mask.size.width, height / mask.size.height];
  context.fillStyle = color;
  context.beginPath();
  forEachSpan(mask, (y, x0, x1) => context.rect(x0 * sx, y * sy, (x1 - x0) * sx, sy));
  context.fill();
}

import { useLayoutEffect, useRef } from 'react';
import type { Mask } from '../../mask/mask.ts';
import { useView } from '../annotator.ts';
import { paintThumb } from './paint-thumb.ts';

/** CSS pixels. */
const SIDE = 36;

interface Props {
  readonly mask: Mask;
  readonly color: string;
}

export function ObjectThumb({ mask, color }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const levels = useView((view) => view.photo?.levels);
  // Before anything else happens: the tiles are closed as soon as another photo is shown.
  useLayoutEffect(() => {
    if (canvas.current && levels) paintThumb(canvas.current, mask, levels, color);
  }, [mask, color, levels]);
  const side = SIDE * devicePixelRatio;
  return <canvas ref={canvas} className="object-thumb" width={side} height={side} />;
}

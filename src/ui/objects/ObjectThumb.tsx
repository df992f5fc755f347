import { useLayoutEffect, useState } from 'react';
import type { Mask } from '../../mask/mask.ts';
import { useView } from '../kit/annotator.ts';
import { useObjectUrl } from '../kit/use-object-url.ts';
import { paintThumb } from './paint-thumb.ts';

/** CSS pixels. */
const SIDE = 36;

interface Props {
  readonly mask: Mask;
  readonly color: string;
}

/** An image and no canvas: browsers hand over each canvas again when others are painted. */
export function ObjectThumb({ mask, color }: Props) {
  const levels = useView((view) => view.photo?.levels);
  const [picture, setPicture] = useState<Blob | null>(null);
  const url = useObjectUrl(picture);
  // Before anything else happens: the tiles are closed as soon as another photo is shown.
  useLayoutEffect(() => {
    if (!levels) return;
    let isCurrent = true;
    paintThumb(Math.round(SIDE * devicePixelRatio), mask, levels, color)
      .convertToBlob()
      .then((blob) => isCurrent && setPicture(blob));
    return () => {
      isCurrent = false;
    };
  }, [mask, color, levels]);
  return <img className="object-thumb" src={url ?? undefined} alt="" draggable={false} />;
}

import { type ReactNode, useEffect, useRef } from 'react';
import type { Picture } from './heat-map.ts';

interface Props {
  readonly picture: Picture;
  /** What it shows, for those who can't see it. */
  readonly label: string;
  /** SVG over it, in its pixels. */
  readonly children?: ReactNode;
}

/** A map of cells as a picture; the page decides how large. */
export function MapPicture({ picture, label, children }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = picture.size;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(picture.rgba, picture.size.width), 0, 0);
  }, [picture]);
  return (
    <div className="map-picture" style={{ aspectRatio: `${width} / ${height}` }}>
      <canvas ref={canvas} width={width} height={height} role="img" aria-label={label} />
      {children && (
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {children}
        </svg>
      )}
    </div>
  );
}

import type { XmlElement } from '@rgrove/parse-xml';
import type { Size } from '../../geometry/spaces.ts';
import type { Reading } from '../reading/reading.ts';
import { sizeFrom } from '../text/json.ts';
import { childOf, childrenOf, childText } from '../text/xml-reader.ts';
import { type CvatShape, readShapes } from './shapes.ts';

/** CVAT for video: what each track shows on each frame. CVAT writes down every frame of a track. */
export function readTracks(file: string, root: XmlElement, reading: Reading): void {
  const size = originalSize(root);
  for (const [frame, shapes] of framesOf(root)) {
    reading.attempt(file, () => {
      const names = namesOfFrame(frame);
      const name = names.find((known) => reading.knowsPhoto(file, known, size)) ?? names[0];
      const photo = reading.findPhoto(file, name, size);
      if (photo) readShapes(file, shapes, photo, reading);
    });
  }
}

/** By frame, those of tracks that are seen there. */
function framesOf(root: XmlElement): [frame: number, shapes: CvatShape[]][] {
  const frames = new Map<number, CvatShape[]>();
  for (const track of childrenOf(root, 'track')) {
    const { label = '', group_id = '0', id = '' } = track.attributes;
    for (const element of childrenOf(track)) {
      const { frame, outside } = element.attributes;
      const number = Number(frame);
      if (outside === '1' || frame === undefined || !Number.isInteger(number)) continue;
      const shapes = frames.get(number) ?? [];
      frames.set(number, shapes);
      shapes.push({ element, label, groupId: group_id, trackId: id || null });
    }
  }
  return [...frames].sort(([a], [b]) => a - b);
}

/** As CVAT calls a frame that it exports, and as others cut videos up. */
function namesOfFrame(frame: number): [string, ...string[]] {
  const padded = (digits: number) => String(frame).padStart(digits, '0');
  return [
    `frame_${padded(6)}`,
    padded(6),
    `frame_${padded(5)}`,
    `frame_${padded(4)}`,
    `frame${padded(6)}`,
  ];
}

/** Null where the file is of several videos, or doesn't say. */
function originalSize(root: XmlElement): Size | null {
  const meta = childOf(root, 'meta');
  const task = meta && (childOf(meta, 'task') ?? childOf(meta, 'job'));
  const size = task && childOf(task, 'original_size');
  return size && sizeFrom(childText(size, 'width'), childText(size, 'height'));
}

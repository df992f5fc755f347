import type { XmlElement } from '@rgrove/parse-xml';
import { colorFromHex } from '../classes/colors.ts';
import type { Reading } from '../reading/reading.ts';
import { sizeFrom } from '../text/json.ts';
import { childOf, childrenOf, childText } from '../text/xml-reader.ts';
import { readShapes } from './shapes.ts';
import { readTracks } from './tracks.ts';

/** CVAT 1.1: masks, polygons, boxes, ellipses and tags, for images or as tracks through a video. */
export function readCvat(file: string, root: XmlElement, reading: Reading): void {
  readLabels(root, reading);
  for (const image of childrenOf(root, 'image')) {
    reading.attempt(file, () => {
      const { name = '', subset = '', width, height } = image.attributes;
      // A project keeps each of its parts in a folder.
      const path = subset ? `${subset}/${name}` : name;
      const photo = reading.findPhoto(file, path, sizeFrom(width, height));
      const shapes = childrenOf(image).map((element) => {
        const { label = '', group_id = '0' } = element.attributes;
        return { element, label, groupId: group_id, trackId: null };
      });
      if (photo) readShapes(file, shapes, photo, reading);
    });
  }
  readTracks(file, root, reading);
}

function readLabels(root: XmlElement, reading: Reading): void {
  const meta = childOf(root, 'meta');
  // A whole project, a task or a job.
  for (const owner of meta ? childrenOf(meta) : []) {
    const labels = childOf(owner, 'labels');
    for (const label of labels ? childrenOf(labels, 'label') : []) {
      const name = childText(label, 'name');
      if (name) reading.addClass(name, colorFromHex(childText(label, 'color') ?? ''));
    }
  }
}

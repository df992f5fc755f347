import type { XmlElement } from '@rgrove/parse-xml';
import { colorFromHex } from '../classes/colors.ts';
import type { Reading } from '../reading/reading.ts';
import { childrenOf } from '../text/xml-reader.ts';

/** The labelling interface that lies beside the tasks: classes and their colours. */
export function readLabelConfig(view: XmlElement, reading: Reading): void {
  for (const element of childrenOf(view)) {
    const { value, background } = element.attributes;
    if (element.name === 'Label' && value) reading.addClass(value, colorFromHex(background ?? ''));
    readLabelConfig(element, reading);
  }
}

import { vocColor } from '../classes/colors.ts';
import type { DatasetClass } from '../dataset.ts';

/** "name:red,green,blue:parts:actions", as CVAT and Datumaro extend VOC. */
export function vocLabelMap(classes: readonly Pick<DatasetClass, 'name'>[]): string {
  const lines = ['background', ...classes.map(({ name }) => name)].map(
    (name, i) => `${name.replace(/[:\r\n]/g, ' ')}:${vocColor(i).join(',')}::\n`,
  );
  return `# label:color_rgb:parts:actions\n${lines.join('')}`;
}

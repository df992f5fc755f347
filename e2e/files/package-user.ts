/** TypeScript of a project that uses all entries of the package, in its strictest form. */
export const PACKAGE_USER = `
import { type Engine, type Mask, maskArea, openEngine, RobustSamError } from 'robustsam';
import type { RobustsamAnnotatorElement } from 'robustsam/element';
import { writeLabels } from 'robustsam/formats';
import { degradePixels } from 'robustsam/degradations';

export async function use(engine: Engine, canvas: ImageData): Promise<Mask> {
  const noisy = degradePixels(canvas, [{ name: 'iso_noise', severity: 0.5 }]);
  const photo = await engine.encode(noisy, { model: 'plain' });
  const { mask } = await photo.decode({ points: [{ x: 1, y: 2, label: 'include' }] });
  await writeLabels('coco', [{ name: 'a.jpg', size: photo.size, objects: [{ class: 'cup', mask }] }]);
  if (maskArea(mask) === 0) throw new RobustSamError('prompt', 'nothing');
  return mask;
}
export const element: RobustsamAnnotatorElement = document.createElement('robustsam-annotator');
element.addEventListener('keep', ({ detail }) => detail.rle.counts.length);
element.addEventListener('click', ({ target }) => target);
// @ts-expect-error: there is no such backend.
void openEngine({ backend: 'abacus' });
`;

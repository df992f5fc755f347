import { photoFiles } from './file-names.ts';
import type { ExportRequest } from './protocol.ts';
import { subsetsOf } from './subsets.ts';
import type { PhotoPlace } from './writer.ts';

/** Where each photo of a data set goes. */
export function placesOf({
  head,
  endings,
  valShare,
}: Pick<ExportRequest, 'head' | 'endings' | 'valShare'>): PhotoPlace[] {
  const files = photoFiles(head.photos, endings);
  const subsets = subsetsOf(
    files.map(({ name }) => name),
    valShare,
  );
  return head.photos.map(({ size }, index) => ({
    index,
    size,
    file: files[index] ?? { name: '', stem: '' },
    subset: subsets[index] ?? 'default',
  }));
}

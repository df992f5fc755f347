import type { DocumentState, PhotoEntry } from '../../document/types.ts';
import type { Measure } from '../../report/findings.ts';
import { badnessOf, hasQuality, type Quality } from '../../report/quality.ts';
import { byName, type Listing, PHOTO_STAGES, type SortOrder, stageOf } from './listing.ts';
import type { ViewState } from './view.ts';

type View = Pick<ViewState, 'listing' | 'reports'>;

/** Whether work on a photo may change what is listed. */
export function dependsOnProgress({ stage, sort }: Listing): boolean {
  return stage !== null || sort === 'objects' || sort === 'stage';
}

/** Whether what is measured of a photo may. */
export function dependsOnReports({ quality, sort }: Listing): boolean {
  return quality !== null || sort === 'worst';
}

/** The photos of a listing; where the order says nothing, as they were added. */
export function listedPhotos(state: DocumentState, view: View): readonly PhotoEntry[] {
  const { stage, quality, text, sort } = view.listing;
  const sought = text.trim().toLowerCase();
  if (stage === null && quality === null && sought === '' && sort === 'added') return state.photos;
  const listed = state.photos.filter(
    ({ id, name, folder }) =>
      (stage === null || stageOf(state, id) === stage) &&
      (quality === null || hasQuality(view.reports.get(id), quality)) &&
      `${folder}/${name}`.toLowerCase().includes(sought),
  );
  if (sort === 'added') return listed;
  return sort === 'name' ? listed.sort(byName) : listed.sort(byRank(listed, state, view, sort));
}

/** The lowest first; each is worked out once. */
function byRank(
  photos: readonly PhotoEntry[],
  state: DocumentState,
  { listing: { quality }, reports }: View,
  sort: Exclude<SortOrder, 'added' | 'name'>,
): (a: PhotoEntry, b: PhotoEntry) => number {
  const rankOf = ({ id }: PhotoEntry): number => {
    if (sort === 'objects') return -(state.objects[id]?.length ?? 0);
    if (sort === 'stage') return PHOTO_STAGES.indexOf(stageOf(state, id));
    return -badnessOf(reports.get(id), measureIn(quality));
  };
  const ranks = new Map(photos.map((photo) => [photo.id, rankOf(photo)]));
  return (a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0);
}

/** Photos with one fault: those come first that have most of it. */
function measureIn(quality: Quality | null): Measure | null {
  return quality === 'clear' || quality === 'unmeasured' ? null : quality;
}

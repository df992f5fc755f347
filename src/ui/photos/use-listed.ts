import { useMemo } from 'react';
import { dependsOnProgress, dependsOnReports, listedPhotos } from '../../app/state/listed.ts';
import type { PhotoEntry } from '../../document/types.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';

/** The photos that the filmstrip lists; a click, or a report, changes nothing here unless the listing depends on it. */
export function useListed(): readonly PhotoEntry[] {
  const { document, view } = useAnnotator();
  const listing = useView((shown) => shown.listing);
  const progress = useDocument((state) => (dependsOnProgress(listing) ? state : state.photos));
  const reports = useView((shown) => (dependsOnReports(listing) ? shown.reports : null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the last three say when to look again.
  return useMemo(
    () => listedPhotos(document.getState(), view.getState()),
    [document, view, listing, progress, reports],
  );
}

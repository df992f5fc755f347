import { useMemo } from 'react';
import { hangsOnProgress, listedPhotos } from '../../app/state/listing.ts';
import type { PhotoEntry } from '../../document/types.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';

/** The photos that the filmstrip lists; a click changes nothing here unless the listing depends on it. */
export function useListed(): readonly PhotoEntry[] {
  const { document } = useAnnotator();
  const listing = useView((view) => view.listing);
  const source = useDocument((state) => (hangsOnProgress(listing) ? state : state.photos));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the source says when to look again.
  return useMemo(() => listedPhotos(document.getState(), listing), [document, listing, source]);
}

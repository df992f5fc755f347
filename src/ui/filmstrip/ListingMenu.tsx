import { ListFilter } from 'lucide-react';
import { useId, useState } from 'react';
import { dependsOnReports } from '../../app/state/listed.ts';
import { type Listing, PHOTO_STAGES, SORT_ORDERS, WHOLE_LIST } from '../../app/state/listing.ts';
import { QUALITIES } from '../../report/quality.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument, useView } from '../kit/annotator.ts';
import { qualityWords } from '../photos/quality-words.ts';
import { useListed } from '../photos/use-listed.ts';

/** Which photos the filmstrip shows, and in what order. */
export function ListingMenu() {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const listing = useView((view) => view.listing);
  const { stage, quality, text } = listing;
  const isNarrowed = stage !== null || quality !== null || text.trim() !== '';
  return (
    <>
      <button
        type="button"
        className="button quiet listing-button"
        popoverTarget={id}
        data-on={isNarrowed}
      >
        <ListFilter aria-hidden size={14} strokeWidth={1.75} />{' '}
        {t(isNarrowed ? 'filmstrip.listing.filtered' : 'filmstrip.listing.filter')}
      </button>
      <section
        id={id}
        popover="auto"
        className="listing-menu"
        aria-label={t('filmstrip.listing.title')}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && <ListingFields listing={listing} />}
      </section>
    </>
  );
}

function ListingFields({ listing }: { readonly listing: Listing }) {
  const annotator = useAnnotator();
  const listed = useListed();
  return (
    <>
      <label className="field">
        {t('filmstrip.listing.name')}
        <input
          type="search"
          className="text-field"
          value={listing.text}
          placeholder={t('filmstrip.listing.nameHint')}
          onChange={({ target }) => annotator.setListing({ text: target.value })}
        />
      </label>
      <label className="field">
        {t('filmstrip.listing.show')}
        <select
          value={listing.stage ?? 'all'}
          onChange={({ target }) => {
            const stage = PHOTO_STAGES.find((one) => one === target.value) ?? null;
            annotator.setListing({ stage });
          }}
        >
          <option value="all">{t('filmstrip.listing.all')}</option>
          {PHOTO_STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {t(`filmstrip.listing.stages.${stage}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t('quality.title')}
        <select
          value={listing.quality ?? 'any'}
          onChange={({ target }) => {
            const quality = QUALITIES.find((one) => one === target.value) ?? null;
            annotator.setListing({ quality });
          }}
        >
          <option value="any">{t('quality.any')}</option>
          {QUALITIES.map((quality) => (
            <option key={quality} value={quality}>
              {qualityWords(quality)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t('filmstrip.listing.order')}
        <select
          value={listing.sort}
          onChange={({ target }) => {
            const sort = SORT_ORDERS.find((one) => one === target.value) ?? WHOLE_LIST.sort;
            annotator.setListing({ sort });
          }}
        >
          {SORT_ORDERS.map((sort) => (
            <option key={sort} value={sort}>
              {sort === 'worst' ? t('quality.list.worst') : t(`filmstrip.listing.orders.${sort}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="hint" role="status">
        {t('photos.count', { count: listed.length })}
      </p>
      {dependsOnReports(listing) && <Measuring />}
    </>
  );
}

/** Says that the list is not whole yet. */
function Measuring() {
  const photos = useDocument((state) => state.photos);
  const reports = useView((view) => view.reports);
  const areAllMeasured = photos.every(({ id }) => reports.has(id));
  return areAllMeasured ? null : <p className="hint">{t('quality.measuring')}</p>;
}

import { ListFilter } from 'lucide-react';
import { useId, useState } from 'react';
import { type Listing, PHOTO_STAGES, SORT_ORDERS, WHOLE_LIST } from '../../app/state/listing.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { useListed } from '../photos/use-listed.ts';

/** Which photos the filmstrip shows, and in what order. */
export function ListingMenu() {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const listing = useView((view) => view.listing);
  const isNarrowed = listing.stage !== null || listing.text.trim() !== '';
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
              {t(`filmstrip.listing.orders.${sort}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="hint" role="status">
        {t('photos.count', { count: listed.length })}
      </p>
    </>
  );
}

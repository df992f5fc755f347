import { ListFilter } from 'lucide-react';
import { useId, useState } from 'react';
import { type Listing, PHOTO_STAGES, SORT_ORDERS, WHOLE_LIST } from '../../app/photos/listing.ts';
import { useAnnotator, useView } from '../annotator.ts';
import { useListed } from '../use-listed.ts';

const STAGE_WORDS = { untouched: 'Untouched', 'in-work': 'In work', done: 'Done' } as const;
const SORT_WORDS = {
  added: 'As added',
  name: 'By name',
  objects: 'Most objects first',
  stage: 'Untouched first',
} as const;

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
        <ListFilter aria-hidden size={14} strokeWidth={1.75} /> {isNarrowed ? 'Filtered' : 'Filter'}
      </button>
      <section
        id={id}
        popover="auto"
        className="listing-menu"
        aria-label="Photos shown"
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
        Name
        <input
          type="search"
          value={listing.text}
          placeholder="part of a name or folder"
          onChange={({ target }) => annotator.setListing({ text: target.value })}
        />
      </label>
      <label className="field">
        Show
        <select
          value={listing.stage ?? 'all'}
          onChange={({ target }) => {
            const stage = PHOTO_STAGES.find((one) => one === target.value) ?? null;
            annotator.setListing({ stage });
          }}
        >
          <option value="all">All photos</option>
          {PHOTO_STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {STAGE_WORDS[stage]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        Order
        <select
          value={listing.sort}
          onChange={({ target }) => {
            const sort = SORT_ORDERS.find((one) => one === target.value) ?? WHOLE_LIST.sort;
            annotator.setListing({ sort });
          }}
        >
          {SORT_ORDERS.map((sort) => (
            <option key={sort} value={sort}>
              {SORT_WORDS[sort]}
            </option>
          ))}
        </select>
      </label>
      <p className="hint" role="status">
        {listed.length === 1 ? '1 photo' : `${listed.length} photos`}
      </p>
    </>
  );
}

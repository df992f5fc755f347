import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo } from 'react';
import { shownName } from '../../app/objects/object-name.ts';
import { kindOf, shownRows, type TruthFigures } from '../../app/truth/rows.ts';
import { type Held, ROW_FILTERS, type Row } from '../../app/truth/truth-state.ts';
import { UNNAMED_CLASS } from '../../formats/dataset.ts';
import { t } from '../../words/words.ts';
import { ActionButton } from '../actions/ActionButton.tsx';
import { useAnnotator, useDocument, useTruth } from '../kit/annotator.ts';
import { formatPercent } from '../kit/format.ts';
import { RowList } from '../kit/RowList.tsx';

/** Objects one by one, the worst first. */
export function TruthRows({ figures }: { readonly figures: TruthFigures }) {
  const annotator = useAnnotator();
  const rows = useTruth((state) => state.rows);
  const filter = useTruth((state) => state.filter);
  const shownId = useTruth((state) => state.shownId);
  const shown = useMemo(() => shownRows(rows, filter), [rows, filter]);
  const at = shown.findIndex(({ id }) => id === shownId);
  const counts = { all: rows.length, ...figures };
  return (
    <>
      <label className="field">
        {t('truth.show')}
        <select
          value={filter}
          onChange={({ target }) => {
            const chosen = ROW_FILTERS.find((one) => one === target.value);
            if (chosen) annotator.setRowFilter(chosen);
          }}
        >
          {ROW_FILTERS.map((one) => (
            <option key={one} value={one}>
              {t(`truth.filters.${one}`, { count: counts[one] })}
            </option>
          ))}
        </select>
      </label>
      {shown.length > 0 ? (
        <>
          <div className="review-steps">
            <ActionButton
              action="previousMismatch"
              keysOf="previousReviewed"
              icon={ChevronUp}
              tip="left"
            />
            <span className="hint">
              {at === -1 ? '' : t('truth.place', { number: at + 1, of: shown.length })}
            </span>
            <ActionButton
              action="nextMismatch"
              keysOf="nextReviewed"
              icon={ChevronDown}
              tip="left"
            />
          </div>
          <RowList
            className="review-queue"
            label={t('truth.rows')}
            rows={shown}
            leadId={shown[at]?.id ?? null}
          >
            {(row, i) => <TruthRow row={row} isCurrent={i === at} />}
          </RowList>
          <Legend row={shown[at] ?? null} />
        </>
      ) : (
        <p className="hint" role="status">
          {t('truth.noRows')}
        </p>
      )}
    </>
  );
}

function TruthRow({ row, isCurrent }: { readonly row: Row; readonly isCurrent: boolean }) {
  const annotator = useAnnotator();
  const { photoId, ours, truth } = row;
  const photo = useDocument(({ photos }) => photos.find(({ id }) => id === photoId)?.name ?? '');
  const object = ours?.object;
  const title = [object && shownName(object), classWords(ours ?? truth), photo];
  return (
    <div className="object" data-selected={isCurrent}>
      <button
        type="button"
        className="object-name"
        aria-current={isCurrent}
        onClick={() => void annotator.showRow(row)}
      >
        <span className="truth-score" data-kind={kindOf(row)} title="IoU">
          {formatPercent(100 * row.iou, 0)}
        </span>
        <span className="object-words">
          <span className="object-title">{title.filter(Boolean).join(' · ')}</span>
          <span className="object-figures">{rowWords(row)}</span>
        </span>
      </button>
    </div>
  );
}

/** Nothing for those without a class. */
function classWords(held: Held | null): string {
  return held && held.className !== UNNAMED_CLASS ? held.className : '';
}

function rowWords(row: Row): string {
  const { ours, truth, boundaryIou } = row;
  const kind = kindOf(row);
  if (kind !== 'pair') return t(`truth.row.${kind}`);
  const boundary = formatPercent(100 * boundaryIou, 0);
  const said = t('truth.row.pair', { boundary });
  const isOther = ours?.className !== truth?.className;
  return isOther ? t('truth.row.otherClass', { said, name: truth?.className ?? '' }) : said;
}

/** Whose outline is which, for what is looked at. */
function Legend({ row }: { readonly row: Row | null }) {
  if (!row) return null;
  const { ours, truth } = row;
  return (
    <p className="truth-legend">
      {truth && <span data-set="truth">{t('truth.legend.truth')}</span>}
      {ours && (
        <span data-set={ours.object ? 'ours' : 'other'}>
          {t(`truth.legend.${ours.object ? 'ours' : 'other'}`)}
        </span>
      )}
    </p>
  );
}

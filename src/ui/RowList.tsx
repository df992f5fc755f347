import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ComponentProps, type ReactNode, useCallback, useEffect, useRef } from 'react';

/** CSS pixels; the style sheet has the same. */
const [ROW, GAP] = [44, 2];
/** Rows made on either side of what is seen. */
const OVERSCAN = 6;

interface Props<Row> extends Omit<ComponentProps<'div'>, 'children' | 'ref'> {
  readonly label: string;
  /** The same array as long as it is the same list. */
  readonly rows: readonly Row[];
  /** Comes into sight when it becomes another one. */
  readonly leadId?: string | null;
  /** In the page though they are out of sight, so that they can have the focus. */
  readonly keptIds?: readonly (string | null | undefined)[];
  readonly children: (row: Row, index: number) => ReactNode;
}

/** A list that scrolls. Only rows in sight are in the page: hundreds would be laid out with each change. */
export function RowList<Row extends { readonly id: string }>(props: Props<Row>) {
  const { className = '', label, rows, leadId, keptIds = [], children, ...attributes } = props;
  const list = useRef<HTMLDivElement>(null);
  // Another function would have all places reckoned anew.
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  const kept = keptIds.map((id) => rows.findIndex((row) => row.id === id)).filter((at) => at >= 0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW,
    gap: GAP,
    getItemKey: keyOf,
    overscan: OVERSCAN,
    rangeExtractor: (range) =>
      [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  });
  const leadAt = rows.findIndex(({ id }) => id === leadId);
  useEffect(() => {
    if (leadAt >= 0) virtualizer.scrollToIndex(leadAt);
  }, [leadAt, virtualizer]);
  return (
    <div ref={list} className={`rows ${className}`} {...attributes}>
      <ul aria-label={label} style={{ blockSize: `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            data-index={index}
            style={{ translate: `0 ${start}px` }}
            aria-posinset={index + 1}
            aria-setsize={rows.length}
          >
            {children(rows[index] as Row, index)}
          </li>
        ))}
      </ul>
    </div>
  );
}

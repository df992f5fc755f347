import type { ComponentProps, ReactNode } from 'react';
import { useInSight } from './use-in-sight.ts';

/** CSS pixels; the style sheet has the same. */
const [ROW, GAP] = [44, 2];

interface Props<Row> extends Omit<ComponentProps<'div'>, 'children' | 'ref'> {
  readonly label: string;
  /** The same array as long as it is the same list. */
  readonly rows: readonly Row[];
  /** Comes into sight when it becomes another one. */
  readonly leadId?: string | null;
  /** In the page though they are out of sight, so they can have the focus. */
  readonly keptIds?: readonly (string | null | undefined)[];
  readonly children: (row: Row, index: number) => ReactNode;
}

/** Rows one below the other, in a list with a scroll bar of its own. */
export function RowList<Row extends { readonly id: string }>(props: Props<Row>) {
  const { className = '', label, rows, leadId, keptIds = [], children, ...attributes } = props;
  const { scroller, inSight, length } = useInSight({
    items: rows,
    size: ROW,
    gap: GAP,
    leadId,
    keptIds,
  });
  return (
    <div ref={scroller} className={`rows ${className}`} {...attributes}>
      <ul aria-label={label} style={{ blockSize: `${length}px` }}>
        {inSight.map(({ index, key, start, item }) => (
          <li
            key={key}
            data-index={index}
            style={{ translate: `0 ${start}px` }}
            aria-posinset={index + 1}
            aria-setsize={rows.length}
          >
            {children(item, index)}
          </li>
        ))}
      </ul>
    </div>
  );
}

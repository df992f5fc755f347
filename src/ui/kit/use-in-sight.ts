import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useRef } from 'react';

interface List<Item> {
  /** The same array as long as it is the same list. */
  readonly items: readonly Item[];
  /** CSS pixels, of an item and of what is left free after it; the style sheet has the same. */
  readonly size: number;
  readonly gap: number;
  readonly isHorizontal?: boolean;
  /** Comes into sight when it becomes another one. */
  readonly leadId: string | null | undefined;
  /** In the page though they are out of sight, so they can have the focus. */
  readonly keptIds?: readonly (string | null | undefined)[];
}

interface ItemInSight<Item> extends Pick<VirtualItem, 'index' | 'key' | 'start'> {
  readonly item: Item;
}

interface InSight<Item> {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly inSight: readonly ItemInSight<Item>[];
  /** CSS pixels, of all items. */
  readonly length: number;
}

/** Made on either side of what is seen. */
const OVERSCAN = 6;

/** Only items in sight are to be in the page, so ten thousand scroll as ten do. */
export function useInSight<Item extends { readonly id: string }>(list: List<Item>): InSight<Item> {
  const { items, size, gap, isHorizontal = false, leadId, keptIds = [] } = list;
  const scroller = useRef<HTMLDivElement>(null);
  // Another function would have all places reckoned again.
  const keyOf = useCallback((index: number) => items[index]?.id ?? index, [items]);
  const kept = keptIds.map((id) => items.findIndex((one) => one.id === id)).filter((at) => at >= 0);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => size,
    gap,
    getItemKey: keyOf,
    horizontal: isHorizontal,
    overscan: OVERSCAN,
    rangeExtractor: (range) =>
      [...new Set([...kept, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  });
  const leadAt = items.findIndex(({ id }) => id === leadId);
  useEffect(() => {
    if (leadAt < 0) return;
    // With the items' own layout: asked for at once, they would be laid out twice, or have no place yet.
    const frame = requestAnimationFrame(() => virtualizer.scrollToIndex(leadAt));
    return () => cancelAnimationFrame(frame);
  }, [leadAt, virtualizer]);
  const inSight = virtualizer.getVirtualItems().flatMap(({ index, key, start }) => {
    const item = items[index];
    return item ? [{ index, key, start, item }] : [];
  });
  return { scroller, inSight, length: virtualizer.getTotalSize() };
}

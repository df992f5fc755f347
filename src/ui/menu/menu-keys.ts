/** Where the focus of a menu goes with a key; null for keys that don't move it. */
export function focusStep<T extends { readonly textContent: string | null }>(
  items: readonly T[],
  focused: T | null,
  key: string,
): T | null {
  const at = focused ? items.indexOf(focused) : -1;
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length] ?? null;
    case 'ArrowUp':
      return items.at(at <= 0 ? -1 : at - 1) ?? null;
    case 'Home':
      return items[0] ?? null;
    case 'End':
      return items.at(-1) ?? null;
    default:
      return key.trim().length === 1 ? startingWith(items, at, key) : null;
  }
}

/** The next one, round again, whose words begin so. */
function startingWith<T extends { readonly textContent: string | null }>(
  items: readonly T[],
  at: number,
  letter: string,
): T | null {
  const inTurn = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const begins = ({ textContent }: T) =>
    textContent?.trim().toLowerCase().startsWith(letter.toLowerCase());
  return inTurn.find(begins) ?? null;
}

/** The names of a record, as its type has them: of one that has no others. */
export function keysOf<T extends object>(record: T): readonly (keyof T & string)[] {
  return Object.keys(record) as (keyof T & string)[];
}

/** A record with a value for each name. The compiler gives up on the names of entries, here and below. */
export function recordOf<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  const entries = names.map((name) => [name, make(name)] as const);
  return Object.fromEntries(entries) as Record<Name, Value>;
}

/** As `recordOf`, each name behind a prefix and a colon. */
export function recordUnder<Prefix extends string, Name extends string, Value>(
  prefix: Prefix,
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<`${Prefix}:${Name}`, Value> {
  const entries = names.map((name) => [`${prefix}:${name}`, make(name)] as const);
  return Object.fromEntries(entries) as Record<`${Prefix}:${Name}`, Value>;
}

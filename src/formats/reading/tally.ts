/** Things that come up again and again: each once, in the order of their first time, with how often. */
export interface Tally<T> {
  add(one: T): void;
  list(): (T & { readonly count: number })[];
}

export function createTally<T extends object>(): Tally<T> {
  const all = new Map<string, T & { readonly count: number }>();
  return {
    add(one) {
      const key = JSON.stringify(one);
      all.set(key, { ...one, count: (all.get(key)?.count ?? 0) + 1 });
    },
    list: () => [...all.values()],
  };
}

export interface Lru<Value> {
  /** Marks the entry as used last. */
  get(key: string): Value | undefined;
  /** Doesn't count as use. */
  peek(key: string): Value | undefined;
  /** Evicts the longest unused until the limit holds; the newest entry always stays. */
  set(key: string, value: Value): void;
  /** From now on. */
  limitTo(bytes: number): void;
  /** Drops all but the entry used last. */
  keepNewest(): void;
  use(): { readonly count: number; readonly bytes: number; readonly limitBytes: number };
}

interface LruOptions<Value> {
  readonly limitBytes: number;
  sizeOf(value: Value): number;
}

/** Least-recently-used cache with a limit in bytes. A Map keeps insertion order: oldest first. */
export function createLru<Value>({ sizeOf, ...options }: LruOptions<Value>): Lru<Value> {
  const entries = new Map<string, Value>();
  let { limitBytes } = options;
  let bytes = 0;

  function drop(key: string): void {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    bytes -= sizeOf(value);
  }

  function trimTo(limit: number): void {
    for (const key of [...entries.keys()].slice(0, -1)) {
      if (bytes <= limit) return;
      drop(key);
    }
  }

  return {
    peek: (key) => entries.get(key),
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      drop(key);
      entries.set(key, value);
      bytes += sizeOf(value);
      trimTo(limitBytes);
    },
    limitTo(next) {
      limitBytes = next;
      trimTo(limitBytes);
    },
    keepNewest: () => trimTo(0),
    use: () => ({ count: entries.size, bytes, limitBytes }),
  };
}

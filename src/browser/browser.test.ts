import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answered } from './answered.ts';
import { heldLocks, underLock } from './locks.ts';
import { newId } from './new-id.ts';
import { sha256, sha256Hex } from './sha256.ts';

afterEach(() => vi.unstubAllGlobals());

/** As the browser's: one name at a time. */
function lockManager() {
  const taken = new Set<string>();
  return {
    async request(name: string, _options: LockOptions, work: (lock: object | null) => unknown) {
      if (taken.has(name)) return work(null);
      taken.add(name);
      try {
        return await work({ name });
      } finally {
        taken.delete(name);
      }
    },
    query: async () => ({ held: [...taken].map((name) => ({ name })) }),
  };
}

const refusals = {
  'no locks': undefined,
  'locks that reject': {
    request: async () => Promise.reject(new DOMException('denied', 'SecurityError')),
    query: async () => Promise.reject(new DOMException('denied', 'SecurityError')),
  },
  'locks that throw': {
    request: () => {
      throw new DOMException('denied', 'SecurityError');
    },
    query: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  },
};

describe('a lock', () => {
  it('is held while the work goes on, and not by a second one meanwhile', async () => {
    vi.stubGlobal('navigator', { locks: lockManager() });
    const inner = await underLock('a', {}, async (hold) => {
      expect(hold).toBe('held');
      expect(await heldLocks()).toEqual(['a']);
      return underLock('a', { ifAvailable: true }, async (second) => second);
    });
    expect(inner).toBe('taken');
    expect(await heldLocks()).toEqual([]);
  });

  it.each(Object.entries(refusals))(
    'with %s the work is done once, and told so',
    async (_, locks) => {
      vi.stubGlobal('navigator', { locks });
      const work = vi.fn(async (hold: string) => hold);
      expect(await underLock('a', {}, work)).toBe('refused');
      expect(work).toHaveBeenCalledOnce();
      expect(await heldLocks()).toBeNull();
    },
  );

  it('rejects as its work does, which is not done again', async () => {
    vi.stubGlobal('navigator', { locks: lockManager() });
    const work = vi.fn(async () => Promise.reject(new Error('full')));
    await expect(underLock('a', {}, work)).rejects.toThrow('full');
    expect(work).toHaveBeenCalledOnce();
  });

  it('rejects when it is called off, without the work', async () => {
    const locks = { request: async () => Promise.reject(new DOMException('', 'AbortError')) };
    vi.stubGlobal('navigator', { locks });
    const work = vi.fn(async () => {});
    const signal = AbortSignal.abort();
    await expect(underLock('a', { signal }, work)).rejects.toThrow(DOMException);
    expect(work).not.toHaveBeenCalled();
  });
});

describe('on a plain http address', () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i * 7);
  const expected = createHash('sha256').update(bytes).digest('hex');

  function withoutSecureCrypto(): void {
    const getRandomValues = crypto.getRandomValues.bind(crypto);
    vi.stubGlobal('crypto', { getRandomValues });
  }

  it('ids are UUIDs all the same, and no two are one', () => {
    withoutSecureCrypto();
    const ids = Array.from({ length: 100 }, newId);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(100);
  });

  it('checksums are the same', async () => {
    expect(await sha256Hex(bytes)).toBe(expected);
    withoutSecureCrypto();
    expect(await sha256Hex(bytes)).toBe(expected);
    expect(await sha256(bytes)).toHaveLength(32);
  });
});

describe('an answer within some time', () => {
  it('is the answer or its failure', async () => {
    expect(await answered(Promise.resolve(1))).toBe(1);
    await expect(answered(Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('rejects when none comes', async () => {
    await expect(answered(new Promise(() => {}), 5)).rejects.toThrow(/does not answer/);
  });
});

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { firstOf } from './first-of.ts';

/** Settles when the test says so. */
function later<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<T>((one, other) => {
    [resolve, reject] = [one, other];
  });
  return { promise, resolve, reject };
}

const named = (end: string) => `end: ${end}`;

describe('the first of an answer and an end', () => {
  it('is the answer, or its failure, while the end is pending', async () => {
    const end = later<string>();
    expect(await firstOf(Promise.resolve('answer'), end.promise, named)).toBe('answer');
    const failed = firstOf(Promise.reject(new Error('refused')), end.promise, named);
    await expect(failed).rejects.toThrow('refused');
  });

  it('is the end for all that wait, and for whoever comes after it', async () => {
    const end = later<string>();
    const never = new Promise<string>(() => {});
    const all = [1, 2].map(() => firstOf(never, end.promise, named));
    end.resolve('died');
    expect(await Promise.all(all)).toEqual(['end: died', 'end: died']);
    expect(await firstOf(never, end.promise, named)).toBe('end: died');
  });

  it('fails as the end fails', async () => {
    const end = later<string>();
    const waiting = firstOf(new Promise<string>(() => {}), end.promise, named);
    end.reject(new Error('died'));
    await expect(waiting).rejects.toThrow('died');
    const after = firstOf(new Promise<string>(() => {}), end.promise, named);
    await expect(after).rejects.toThrow('died');
  });

  it('leaves nothing of an answer with the end', async () => {
    const end = later<object>();
    const answers = new Set<WeakRef<object>>();
    for (let i = 0; i < 20; i++) {
      answers.add(new WeakRef(await firstOf(answerNow(), end.promise, (one) => one)));
    }
    await new Promise((resolve) => setTimeout(resolve));
    collectGarbage();
    const kept = [...answers].filter((one) => one.deref() !== undefined);
    // The last one may still be on the stack.
    expect(kept.length).toBeLessThan(3);
  });
});

async function answerNow(): Promise<object> {
  return { mask: new Uint32Array(1000) };
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

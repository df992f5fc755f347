import type { Annotator } from './annotator.ts';
import { historyQuestions } from './page/history.ts';
import type { Stores } from './stores.ts';

/**
 * The annotator of the first screen: its stores are there, its verbs come beside it. What is asked for before they
 * are there is done once they are, in the order in which it was asked for.
 */
export function firstAnnotator(stores: Stores, coming: Promise<Annotator>): Annotator {
  const first = { ...stores, ...historyQuestions(stores.history) };
  let whole: object = first;
  const settled = coming.then((annotator) => {
    whole = annotator;
    return annotator;
  });
  // Whoever asks is told.
  settled.catch(() => {});

  function get(_: object, name: string | symbol): unknown {
    if (name in whole) return Reflect.get(whole, name);
    if (typeof name === 'symbol' || name === 'then') return undefined;
    return async (...asked: readonly unknown[]) => {
      const annotator = await settled;
      return Reflect.apply(Reflect.get(annotator, name), annotator, asked);
    };
  }
  // The compiler can't know that each name which is missing yet is that of a verb.
  return new Proxy(first, { get }) as Annotator;
}

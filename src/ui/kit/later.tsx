import { type ComponentType, useEffect, useState } from 'react';

type Load<Props> = () => Promise<ComponentType<Props>>;

/** What the first screen does without. */
const loads: (() => Promise<unknown>)[] = [];

/** Verbs and words that every part may use. */
let rest: Promise<unknown> = Promise.resolve();

/** No part is shown before `needed` is there. */
export function showPartsAfter(needed: Promise<unknown>): void {
  rest = needed;
}

/**
 * A part of the page that comes when it is wanted, with the code that only it needs. `Room` is as large, where
 * the photo would move under the pointer when the part comes. Without Suspense, which would keep a part that is
 * there from the screen for 300 ms.
 */
export function later<Props extends object>(
  load: Load<Props>,
  Room: ComponentType = Nothing,
): ComponentType<Props> {
  let there: ComponentType<Props> | null = null;
  const once = onceOf(async () => {
    const [part] = await Promise.all([load(), rest]);
    there = part;
  });
  loads.push(once);
  return function Later(props) {
    const [Part, setPart] = useState(() => there);
    const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
    useEffect(() => {
      once().then(
        () => setPart(() => there),
        (error: unknown) => setFailure({ error }),
      );
    }, []);
    // As if the part itself had failed.
    if (failure) throw failure.error;
    return Part ? <Part {...props} /> : <Room />;
  };
}

function Nothing() {
  return null;
}

/** All of it, so nobody waits for a part that is wanted. */
export async function loadLaterParts(): Promise<void> {
  await Promise.allSettled(loads.map((load) => load()));
}

/** One that could not be loaded is tried again. */
function onceOf<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

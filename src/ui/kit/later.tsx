import { type ComponentType, lazy, Suspense } from 'react';

type Load<Props> = () => Promise<ComponentType<Props>>;

/** What the first screen does without. */
const loads: (() => Promise<unknown>)[] = [];

/**
 * A part of the page that comes when it is wanted, with the code that only it needs. `Room` is as large, where
 * the photo would move under the pointer when the part comes.
 */
export function later<Props extends object>(
  load: Load<Props>,
  Room: ComponentType = Nothing,
): ComponentType<Props> {
  const once = onceOf(load);
  loads.push(once);
  const Part = lazy(async () => ({ default: await once() }));
  return (props) => (
    <Suspense fallback={<Room />}>
      <Part {...props} />
    </Suspense>
  );
}

function Nothing() {
  return null;
}

/** All of it, so that nobody waits for a part that is wanted. */
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

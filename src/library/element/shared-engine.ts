import type { Engine, EngineOptions } from '../api.ts';
import { openEngine } from '../browser.ts';

type Tell = NonNullable<EngineOptions['onProgress']>;
type Places = Pick<EngineOptions, 'filesUrl' | 'modelUrl'>;

interface Shared {
  readonly engine: Promise<Engine>;
  readonly tell: Set<Tell>;
  users: number;
}

/** By where its files lie. */
const open = new Map<string, Shared>();

/** An engine in use. */
export interface Borrowed {
  readonly engine: Promise<Engine>;
  /** The last one to give it back closes it. */
  giveBack(): void;
}

/** All elements of a page share an engine, since a model takes a hundred megabytes and more. */
export function borrowEngine(places: Places, onProgress: Tell): Borrowed {
  const key = `${places.filesUrl ?? ''} ${places.modelUrl ?? ''}`;
  const shared = open.get(key) ?? start(key, places);
  shared.users += 1;
  shared.tell.add(onProgress);
  return {
    engine: shared.engine,
    giveBack() {
      shared.tell.delete(onProgress);
      shared.users -= 1;
      if (shared.users > 0) return;
      forget(key, shared);
      shared.engine.then((engine) => engine.close()).catch(() => {});
    },
  };
}

function start(key: string, places: Places): Shared {
  const tell = new Set<Tell>();
  const onProgress: Tell = (progress) => {
    for (const each of tell) each(progress);
  };
  const shared = { engine: openEngine({ ...places, onProgress }), tell, users: 0 };
  open.set(key, shared);
  // Whoever comes next tries again.
  shared.engine.catch(() => forget(key, shared));
  return shared;
}

function forget(key: string, shared: Shared): void {
  if (open.get(key) === shared) open.delete(key);
}

import type { BackendChoice } from './engine/protocol.ts';
import { BACKENDS, type Backend } from './engine/protocol.ts';
import { SHARED_QUERY } from './offline/shared-photos.ts';

/** What the address may ask for, for tests and support: `?backend=wasm-threads&threads=2&sample=fog`. */
export interface StartupOptions {
  readonly backend: BackendChoice;
  /** `?open`: with the start page, not the project of the last visit. */
  readonly startsEmpty: boolean;
  /** Null: the engine chooses. */
  readonly threads: number | null;
  readonly sampleId: string | null;
  /** Backends whose self-test is made to fail, for tests of the fallback: `?failParity=webgpu-fp32`. */
  readonly failParity: readonly Backend[];
  /** `?tour`: also for those who have seen it. */
  readonly startsTour: boolean;
  /** `?shared`: photos were shared to the app. */
  readonly hasShared: boolean;
  /** `?test`: tests may look at the stores, and no tour comes automatically. */
  readonly isTest: boolean;
}

/** Anything not understood counts as not said. */
export function startupOptions(search: string): StartupOptions {
  const query = new URLSearchParams(search);
  const threads = Number(query.get('threads'));
  return {
    backend: backendNamed(query.get('backend')) ?? 'auto',
    threads: Number.isInteger(threads) && threads > 0 ? threads : null,
    sampleId: query.get('sample'),
    startsEmpty: query.has('open'),
    startsTour: query.has('tour'),
    hasShared: query.has(SHARED_QUERY),
    isTest: query.has('test'),
    failParity: (query.get('failParity') ?? '')
      .split(',')
      .flatMap((name) => backendNamed(name) ?? []),
  };
}

function backendNamed(name: string | null): Backend | undefined {
  return BACKENDS.find((backend) => backend === name);
}

import type { StoreApi } from 'zustand/vanilla';
import { underLock } from '../browser/locks.ts';
import { askOnce } from '../threads/thread.ts';
import { createOpenWork, type OpenWork } from './open-work.ts';
import {
  type KeepOutcome,
  type KeepWorker,
  type OnKept,
  pageLock,
  type ServiceMessage,
} from './protocol.ts';
import { savesData } from './saves-data.ts';
import { takeShared } from './shared-photos.ts';
import type { Impossible, OfflineStatus, OfflineUse } from './status.ts';

/** Keeps the app in this browser, so it works without a network. */
export interface Offline extends OpenWork {
  readonly status: StoreApi<OfflineStatus>;
  /** Keeps everything that the app needs, or what is still missing of it; unasked not where data are saved. Never rejects. */
  keep(options: { readonly withWebgpu: boolean; readonly isAsked: boolean }): Promise<void>;
  /**
   * On a host that doesn't isolate the page the service worker does, from the next load on: resolves
   * to true once a reload would help. At most once a tab.
   */
  canIsolate(): Promise<boolean>;
  /** Puts the newer version in charge of all tabs; resolves when it is. */
  update(): Promise<void>;
  reload(): void;
  /** Photos that were shared to the app. */
  takeShared(): Promise<readonly File[]>;
}

interface Options {
  readonly status: StoreApi<OfflineStatus>;
  /** Absolute address of the page's folder, ending in a slash. */
  readonly base: string;
  /** Address of the page's script, which changes with every version. */
  readonly version: string;
}

const TRIED_KEY = 'robustsam-annotator.isolation-tried';

export function createOffline({ status, base, version }: Options): Offline {
  const use = (next: OfflineUse) => status.setState({ use: next });
  const watched = new WeakSet<ServiceWorkerRegistration>();
  let installing: Promise<ServiceWorkerRegistration | null> | null = null;

  /** Resolves once a service worker is in charge; null where there can't be one, or not now. */
  function install(): Promise<ServiceWorkerRegistration | null> {
    installing ??= register().finally(() => {
      installing = null;
    });
    return installing;
  }

  async function register(): Promise<ServiceWorkerRegistration | null> {
    const obstacle = obstacleHere();
    if (obstacle) {
      use({ kind: 'impossible', reason: obstacle });
      return null;
    }
    const registration = await registerAt(base).catch(refusedBecause);
    // A browser that is told to block service workers may say nothing.
    if (!registration || 'kind' in registration) {
      use({ kind: 'impossible', reason: registration ?? { kind: 'refused', detail: '' } });
      return null;
    }
    watch(registration);
    if (await isActive(registration)) return registration;
    use({ kind: 'failed', problem: { kind: 'shell' } });
    return null;
  }

  function watch(registration: ServiceWorkerRegistration): void {
    if (watched.has(registration)) return;
    watched.add(registration);
    void underLock(pageLock(base, version), { mode: 'shared' }, () => new Promise<never>(() => {}));
    const look = () => {
      status.setState({ hasUpdate: Boolean(registration.waiting && registration.active) });
    };
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
    look();
  }

  return {
    status,
    ...createOpenWork(),
    async keep({ withWebgpu, isAsked }) {
      if (!isAsked && savesData()) return use({ kind: 'saves-data' });
      const registration = await install();
      if (!registration) return;
      use({ kind: 'keeping', keptBytes: 0, totalBytes: 0 });
      const outcome = await keepInWorker(base, withWebgpu, (keptBytes, totalBytes) =>
        use({ kind: 'keeping', keptBytes, totalBytes }),
      );
      use(
        outcome.ok
          ? { kind: 'ready', bytes: outcome.bytes }
          : { kind: 'failed', problem: outcome.problem },
      );
      if (outcome.ok && !registration.waiting) tell(registration.active, 'clean-up');
    },
    async canIsolate() {
      if (crossOriginIsolated || !(await install())) return false;
      return isFirstTry();
    },
    async update() {
      const registration = await navigator.serviceWorker.getRegistration(base);
      if (registration?.waiting) await takeOver(registration.waiting);
    },
    reload: () => location.reload(),
    takeShared: () => takeShared(base),
  };
}

function tell(worker: ServiceWorker | null, message: ServiceMessage): void {
  worker?.postMessage(message);
}

/** Resolves once it is in charge of all tabs. */
async function takeOver(worker: ServiceWorker): Promise<void> {
  const changed = new Promise((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
  });
  tell(worker, 'take-over');
  await changed;
}

function obstacleHere(): Impossible | null {
  if (!import.meta.env.PROD) return { kind: 'development' };
  if (!isSecureContext) return { kind: 'insecure' };
  return 'serviceWorker' in navigator ? null : { kind: 'unsupported' };
}

/** Where site data are blocked, even to ask for the service workers may throw. */
async function registerAt(base: string): Promise<ServiceWorkerRegistration> {
  const options = { scope: base, updateViaCache: 'none' } as const;
  return navigator.serviceWorker.register(`${base}sw.js`, options);
}

/** Once a tab; never where it can't be told whether it was tried. */
function isFirstTry(): boolean {
  try {
    if (sessionStorage.getItem(TRIED_KEY) !== null) return false;
    sessionStorage.setItem(TRIED_KEY, '');
    return true;
  } catch {
    return false;
  }
}

function refusedBecause(error: unknown): Impossible {
  return { kind: 'refused', detail: error instanceof Error ? error.message : String(error) };
}

/** False when the one that is being installed gives up. */
async function isActive(registration: ServiceWorkerRegistration): Promise<boolean> {
  if (registration.active) return true;
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return false;
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated') resolve(true);
      if (worker.state === 'redundant') resolve(false);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

async function keepInWorker(
  base: string,
  withWebgpu: boolean,
  onKept: OnKept,
): Promise<KeepOutcome> {
  try {
    return await askOnce<KeepWorker, KeepOutcome>(startKeepWorker, null, (worker, heard) =>
      worker.keep(base, withWebgpu, heard(onKept)),
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { kind: 'other', detail } };
  }
}

function startKeepWorker(): Worker {
  return new Worker(new URL('./worker/keep.ts', import.meta.url), { type: 'module' });
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { launchOptions } from '../browser/launch.ts';
import { listenForComplaints } from './test.ts';

/** An address that is no secure context; the browser is told that it is this machine. */
export const PLAIN_HTTP_HOST = 'plain-http.test';

/** A Chromium of its own that is set to block all site data: databases, caches, private files, locks. */
export async function openBlockingBrowser(
  folder: string,
  baseURL: string,
): Promise<{
  readonly context: BrowserContext;
  readonly page: Page;
  readonly complaints: string[];
}> {
  mkdirSync(join(folder, 'Default'), { recursive: true });
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions({ webgpu: false }),
    baseURL,
    viewport: { width: 1440, height: 900 },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return { context, page, complaints: listenForComplaints(page) };
}

/** What a browser may be without, or refuse. */
export const STORES = [
  'indexedDB',
  'caches',
  'locks',
  'storage',
  'serviceWorker',
  'localStorage',
  'sessionStorage',
  'BroadcastChannel',
] as const;
type Store = (typeof STORES)[number];

/** From the next load on even to ask for them throws, as in some browsers' private windows. */
export async function refuse(page: Page, stores: readonly Store[]): Promise<void> {
  await page.addInitScript((names) => {
    const get = () => {
      throw new DOMException('refused by the test', 'SecurityError');
    };
    const ofNavigator = ['locks', 'storage', 'serviceWorker'];
    for (const name of names) {
      const owner = ofNavigator.includes(name) ? Navigator.prototype : window;
      Object.defineProperty(owner, name, { get, configurable: true });
    }
  }, stores);
}

/** From the next load on they are there, and none of them ever answers. */
export async function leaveUnanswered(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const never = () => new Promise<never>(() => {});
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    CacheStorage.prototype.open = never;
    StorageManager.prototype.getDirectory = never;
    StorageManager.prototype.estimate = never;
    StorageManager.prototype.persisted = never;
  });
}

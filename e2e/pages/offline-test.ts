import type { Locator, Page } from '@playwright/test';
import { type HostOptions, StaticHost } from '../files/static-host.ts';
import { test as base, expect } from './test.ts';

interface HostFixtures {
  readonly hostOptions: HostOptions;
  /** Has what was built, and can be stopped. */
  readonly host: StaticHost;
}

/** Tests on a host of their own, with service workers. */
export const test = base.extend<HostFixtures>({
  serviceWorkers: 'allow',
  hostOptions: [{ path: '/', largestBytes: Number.POSITIVE_INFINITY }, { option: true }],
  host: async ({ hostOptions }, use) => {
    const host = new StaticHost(hostOptions);
    await host.start();
    await use(host);
    await host.stop();
  },
  baseURL: async ({ host }, use) => use(host.url),
});

/** What the page says about offline use. */
export class OfflinePage {
  readonly status: Locator;
  /** In the Model panel. */
  readonly panel: Locator;

  constructor(private readonly page: Page) {
    this.status = page.getByRole('contentinfo');
    this.panel = page.getByRole('region', { name: 'Offline use' });
  }

  /** Opens the page and waits for what it keeps; where the host doesn't isolate it, it reloads itself meanwhile. */
  async visit(address = './?test&backend=wasm-threads&threads=2'): Promise<void> {
    await this.page.goto(address);
    await this.untilReady();
  }

  async untilReady(): Promise<void> {
    await expect(this.status).toContainText(/Works offline · \d+\sMB kept/, { timeout: 90_000 });
  }

  async showPanel(): Promise<void> {
    await this.page.getByRole('button', { name: 'Show the panel' }).click();
  }
}

export { expect };

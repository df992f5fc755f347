import { availableParallelism, totalmem } from 'node:os';
import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './browser/launch.ts';

const port = Number(process.env.E2E_PORT ?? 4275);
const baseURL = `http://127.0.0.1:${port}`;
const onCi = Boolean(process.env.CI);
const chromium = launchOptions({ webgpu: false });
/**
 * Most pages live for seconds, and a quarter of their work was to optimize WebAssembly that answers two clicks.
 * What encodes runs far beyond this budget and is optimized as ever.
 */
const LATE_OPTIMIZATION = '--js-flags=--wasm-tiering-budget=1000000000';

export default defineConfig({
  testDir: './specs',
  outputDir: './out/results',
  globalSetup: './files/forget-embeddings.ts',
  workers: Number(process.env.E2E_WORKERS) || workersHere(),
  // Once a page whose requests were intercepted was left waiting for them, and never again. What passes
  // the second time is reported as flaky.
  retries: onCi ? 1 : 0,
  forbidOnly: onCi,
  // Start-up plus several encodes on two slow cores.
  timeout: 120_000,
  expect: { timeout: 45_000 },
  reporter: [
    ['list'],
    ['./progress/reporter.ts'],
    ['html', { open: 'never', outputFolder: './out/report' }],
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    viewport: { width: 1440, height: 900 },
    // What it answers can't be intercepted, and isn't counted; offline.spec.ts is about it.
    serviceWorkers: 'block',
    // Recording films every test, which costs as much as the model on two cores.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: /webgpu\.spec\.ts/,
      use: { launchOptions: { ...chromium, args: [...(chromium.args ?? []), LATE_OPTIMIZATION] } },
    },
    {
      name: 'webgpu',
      testMatch: /webgpu\.spec\.ts/,
      // The software adapter takes minutes for one encode.
      timeout: 25 * 60_000,
      use: { launchOptions: launchOptions({ webgpu: true }) },
    },
  ],
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '..',
    url: baseURL,
    reuseExistingServer: false,
    stdout: 'ignore',
  },
});

/** A page with the model and a photo of 100 megapixels takes 3 GB; more than two pages wait for each other. */
function workersHere(): number {
  return availableParallelism() >= 2 && totalmem() > 7e9 ? 2 : 1;
}

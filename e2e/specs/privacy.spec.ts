import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_FOLDER } from '../files/static-host.ts';
import { withKnownEmbedding } from '../pages/known-embeddings.ts';
import { ballAt, openKnownSample, scenePhoto } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

test('nothing is sent: from start to kept object, every request is a GET to the page’s own address', async ({
  app,
  page,
  baseURL,
}) => {
  const requests: string[] = [];
  page.context().on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await app.open();
  await openKnownSample(app, 'Coffee');
  await withKnownEmbedding(page, scenePhoto, () => app.openFile(scenePhoto));
  await app.click(...ballAt);
  await app.press('Enter');
  const strange = requests.filter(
    (request) => !request.startsWith(`GET ${baseURL}/`) && !/^GET (blob|data):/.test(request),
  );
  expect(strange).toEqual([]);
  // The photo was among what the listener could have seen.
  expect(requests.some((request) => request.endsWith('coffee.jpg'))).toBe(true);
  expect(requests.some((request) => request.includes('/models/'))).toBe(true);
});

test('the page may talk to its own origin only, and runs no inline script', async ({ page }) => {
  const response = await page.goto('/');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("worker-src 'self'");
  expect(policy).toContain("manifest-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});

test('a host that takes headers from a file is given the same ones', async ({ page }) => {
  const response = await page.goto('/');
  const file = readFileSync(join(BUILT_FOLDER, '_headers'), 'utf8');
  for (const name of [
    'content-security-policy',
    'cross-origin-opener-policy',
    'cross-origin-embedder-policy',
  ]) {
    const line = new RegExp(`^  ${name}: (.*)$`, 'im').exec(file);
    expect(line?.[1]).toBe(response?.headers()[name]);
  }
});

test('the browser enforces it', async ({ page }) => {
  await page.goto('/');
  const outcome = await page.evaluate(async () => {
    // Header and page both carry the policy, so each is reported twice.
    const violations = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.add(event.effectiveDirective),
    );
    await fetch('https://example.com/').catch(() => null);
    const script = document.createElement('script');
    script.append('window.inlineRan = true;');
    document.head.append(script);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { violations: [...violations], inlineRan: 'inlineRan' in window };
  });
  expect(outcome.inlineRan).toBe(false);
  expect(outcome.violations).toContain('connect-src');
});

test('text becomes markup nowhere, and a script only from the page’s own origin', async ({
  page,
}) => {
  await page.goto('/');
  const refused = await page.evaluate(() => {
    const attempts = {
      html: () => document.body.insertAdjacentHTML('beforeend', '<b>hello</b>'),
      worker: () => new Worker('https://example.com/worker.js'),
      data: () => new Worker('data:text/javascript,0'),
    };
    return Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt();
        return [];
      } catch {
        return [name];
      }
    });
  });
  expect(refused).toEqual(['html', 'worker', 'data']);
});

test('the page is isolated, so threads work', async ({ page }) => {
  await page.goto('/');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

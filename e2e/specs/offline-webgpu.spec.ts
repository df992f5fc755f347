import { expect, OfflinePage, test } from '../pages/offline-test.ts';

const LARGEST = 25 * 2 ** 20;
test.use({ hostOptions: { path: '/', largestBytes: LARGEST } });

test('the WebGPU runtime, which many hosts would refuse, is joined from its pieces and kept', async ({
  app,
  page,
  host,
}) => {
  const offline = new OfflinePage(page);
  await page.goto('./?test&backend=webgpu-fp32');
  await expect(offline.status).toContainText('Works offline', { timeout: 10 * 60_000 });
  expect((await app.facts()).backend).toBe('webgpu-fp32');
  expect(host.requests.filter((request) => /asyncify.*\.wasm\.\d$/.test(request))).toHaveLength(2);
});

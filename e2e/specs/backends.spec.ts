import { maskIou } from '../../src/mask/measure.ts';
import { ballMask, SCENE } from '../files/scene.ts';
import { withKnownEmbedding } from '../pages/known-embeddings.ts';
import { WITH_THREADS } from '../pages/query.ts';
import { AROUND_BOTH, ballAt, openScene, plateAt, scenePhoto } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';
import { watchWorkers } from '../pages/workers.ts';

test('without WebGPU the CPU takes over, and the page says so', async ({ app, page }) => {
  await app.open({ backend: 'auto' });
  await app.openFile(scenePhoto);
  const { backend, rejections } = await app.facts();
  expect(backend).toBe('wasm-threads');
  expect(rejections.map((rejection) => rejection.backend)).toEqual(['webgpu-fp16', 'webgpu-fp32']);
  await expect(
    page.getByRole('status').filter({ hasText: /Running on CPU, \d+ threads/ }),
  ).toBeVisible();
  await expect(app.status).toContainText(/CPU, \d+ threads/);
});

test('a backend that fails its self-test is not trusted, and the page says so', async ({
  app,
  page,
}) => {
  await app.open({ backend: 'wasm-threads', failParity: 'wasm-threads' });
  await app.openFile(scenePhoto);
  const { backend, rejections } = await app.facts();
  expect(backend).toBe('wasm-single');
  expect(rejections).toEqual([{ backend: 'wasm-threads', kind: 'parity' }]);
  await expect(page.getByText(/self-test gave wrong results/).first()).toBeVisible();
  await app.click(...ballAt);
  expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.97);
});

test('when no backend passes, the page says what to do next', async ({ app, page }) => {
  await app.open({ backend: 'wasm-threads', failParity: 'wasm-threads,wasm-single' });
  const alert = page.getByRole('alert').filter({ hasText: 'The model is not running' });
  await expect(alert).toContainText('self-test gave wrong results');
  await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('the backend can be switched by hand; photo and prompt stay', async ({ app, page }) => {
  await openScene(app, WITH_THREADS);
  await app.click(...ballAt);
  const mask = await app.mask();
  await page.getByRole('combobox', { name: 'Run on' }).selectOption('wasm-single');
  await app.until((facts) => facts.backend === 'wasm-single' && facts.phase === 'ready');
  await app.click(ballAt[0] + 40, ballAt[1] + 20);
  await app.press('Control+z');
  await app.until((facts) => facts.steps === 1 && facts.token !== null && !facts.pending);
  expect(maskIou(await app.mask(), mask)).toBeGreaterThan(0.99);
});

test('a worker killed in the middle of a click comes back with the mask', async ({ app, page }) => {
  const workers = await watchWorkers(page);
  await app.open(WITH_THREADS);
  const engineWorkers = await workers.count();
  await withKnownEmbedding(page, scenePhoto, () => app.openFile(scenePhoto));
  await app.dragBox(AROUND_BOTH);
  await page.mouse.click(...(await app.onPage({ x: plateAt[0], y: plateAt[1] })), {
    button: 'right',
  });
  await workers.kill(engineWorkers);
  await app.until((facts) => facts.steps === 2 && !facts.pending && facts.token !== null);
  expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.97);
});

test('a missing model file is named, and trying again works once it is there', async ({
  app,
  page,
}) => {
  const decoder = /\/models\/decoder[^/]*\.onnx/;
  await page.context().route(decoder, (route) => route.fulfill({ status: 404, body: 'not here' }));
  await app.open(WITH_THREADS);
  const alert = page.getByRole('alert').filter({ hasText: 'The model is not running' });
  await expect(alert).toContainText(/The file decoder[^ ]*\.onnx is missing on the server/);
  await page.context().unroute(decoder);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await app.until((facts) => facts.phase === 'ready');
});

test('a damaged model file is named', async ({ app, page }) => {
  await page.context().route(/\/models\/encoder[^/]*\.bin/, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[1000] = (body[1000] ?? 0) ^ 0xff;
    await route.fulfill({ response, body });
  });
  await app.open(WITH_THREADS);
  await expect(page.getByRole('alert')).toContainText(/encoder[^ ]*\.bin is damaged/);
});

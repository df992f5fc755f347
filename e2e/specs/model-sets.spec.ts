import type { Page } from '@playwright/test';
import { maskIou } from '../../src/mask/measure.ts';
import { truncated } from '../files/files.ts';
import {
  BUNDLED_FOLDER,
  changeManifest,
  damaged,
  manifestOf,
  otherSet,
  swappedDecoder,
  zipOf,
} from '../files/model-sets.ts';
import { ballMask, SCENE } from '../files/scene.ts';
import type { AnnotatorPage } from '../pages/annotator.ts';
import { ModelPanel } from '../pages/model-panel.ts';
import { ballAt, openScene } from '../pages/scene-page.ts';
import { expect, test } from '../pages/test.ts';

// Several starts of the engine and several encodes each.
test.setTimeout(300_000);

const weights = manifestOf(otherSet()).graphs.encoder.weights[0]?.name ?? '';

test('a set from a zip gives its masks, also after a reload, until it is removed', async ({
  app,
  page,
}) => {
  await openScene(app);
  await app.click(...ballAt);
  const mask = await app.mask();
  const panel = new ModelPanel(page);
  await panel.chooseZip(await zipOf('other.zip', otherSet()));
  await expect(panel.set('Other set')).toContainText('in use');
  await app.until((facts) => facts.embedded && !facts.pending && facts.token !== null);
  expect(maskIou(await app.mask(), mask)).toBe(1);

  const fetched: string[] = [];
  page.context().on('request', (request) => fetched.push(request.url()));
  await openScene(app);
  await expect(panel.set('Other set')).toContainText('in use');
  await expect(page.getByText('Other set').first()).toBeVisible();
  await app.click(...ballAt);
  expect(maskIou(await app.mask(), mask)).toBe(1);
  expect(fetched.filter((url) => url.includes('/models/'))).toEqual([]);

  await panel.remove('Other set');
  await expect(panel.section.getByRole('listitem')).toHaveCount(0);
  await app.until((facts) => facts.embedded && !facts.pending && facts.token !== null);
  expect(maskIou(await app.mask(), mask)).toBe(1);
});

test('an exported folder is taken as well as a zip, and one can change back', async ({
  app,
  page,
}) => {
  await openScene(app);
  const panel = new ModelPanel(page);
  await panel.chooseFolder(BUNDLED_FOLDER);
  const { name } = await page.evaluate(async () => (await fetch('/models/manifest.json')).json());
  await expect(panel.set(name)).toContainText('in use');
  await panel.use('Built-in model');
  await expect(panel.set('Built-in model')).toContainText('in use');
  await app.untilReady();
  await app.click(...ballAt);
  expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.97);
});

const refused = [
  ['a text called .zip', 'notes.zip', async () => textFile('notes.zip'), /not a zip file/],
  [
    'half a zip',
    'half.zip',
    async () => truncated(await zipOf('half.zip', otherSet())),
    /not a zip file, or its end is missing/,
  ],
  [
    'a zip without a manifest',
    'empty.zip',
    () => zipOf('empty.zip', new Map([['readme.txt', Buffer.from('hello')]])),
    /no manifest\.json/,
  ],
  [
    'a manifest of another kind',
    'kind.zip',
    () =>
      zipOf(
        'kind.zip',
        changeManifest(otherSet(), () => ({ version: 1 })),
      ),
    /manifest\.json is not one of a model set/,
  ],
  [
    'a damaged file',
    'damaged.zip',
    () => zipOf('damaged.zip', damaged(otherSet(), weights)),
    /encoder[^ ]*\.bin is damaged/,
  ],
  ['a missing file', 'missing.zip', () => zipOf('missing.zip', without(weights)), /is missing/],
  [
    'a file cut short',
    'short.zip',
    () => zipOf('short.zip', otherSet().set(weights, Buffer.from('short'))),
    /should have \d+ bytes and has 5/,
  ],
  [
    'a path that climbs out',
    'climb.zip',
    () => zipOf('climb.zip', otherSet().set('../outside.bin', Buffer.from('x'))),
    /points out of its folder/,
  ],
  [
    'a graph that is not what it says',
    'swapped.zip',
    () => zipOf('swapped.zip', swappedDecoder()),
    /does not fit this version of the app/,
  ],
] as const;

test('what is wrong with a set is said, and the model in use still answers', async ({
  app,
  page,
}) => {
  await openScene(app);
  const panel = new ModelPanel(page);
  for (const [what, name, make, message] of refused) {
    await test.step(what, async () => {
      await panel.chooseZip(await make());
      const notice = app.notices.locator('.notice', { hasText: message });
      await expect(notice).toBeVisible();
      await expect(notice).toContainText('The model in use stays.');
      if (name !== 'swapped.zip') await expect(notice).toContainText(name);
      await notice.getByRole('button', { name: 'Dismiss' }).click();
    });
  }
  await app.click(...ballAt);
  expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.97);
});

test('a kept set that has been damaged gives way to the built-in one, and that is said', async ({
  app,
  page,
}) => {
  await openWithOtherSet(app, page);
  await page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const sets = await root.getDirectoryHandle('model-sets');
    const file = await (await sets.getDirectoryHandle('other-set')).getFileHandle(name);
    const writable = await file.createWritable({ keepExistingData: true });
    await writable.write({ type: 'write', position: 500, data: new Uint8Array(100) });
    await writable.close();
  }, weights);
  await openScene(app);
  await expect(app.notices).toContainText(/Other set can’t be used.*is damaged.*built-in model/);
  await app.click(...ballAt);
  expect(maskIou(await app.mask(), ballMask(SCENE))).toBeGreaterThan(0.97);
});

test('where there is no room, that is said', async ({ app, page, baseURL }) => {
  await openScene(app);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: baseURL ?? '', quotaSize: 5e6 });
  const panel = new ModelPanel(page);
  await panel.chooseZip(await zipOf('other.zip', otherSet()));
  await expect(app.notices).toContainText(/not enough room/);
});

async function openWithOtherSet(app: AnnotatorPage, page: Page): Promise<void> {
  await openScene(app);
  const panel = new ModelPanel(page);
  await panel.chooseZip(await zipOf('other.zip', otherSet()));
  await expect(panel.set('Other set')).toContainText('in use');
}

function without(name: string) {
  const files = otherSet();
  files.delete(name);
  return files;
}

function textFile(name: string) {
  return { name, mimeType: 'application/zip', buffer: Buffer.from('These are only notes.\n') };
}

import { chromium } from '@playwright/test';
import { launchOptions } from './browser/launch.ts';
import { jpegFile, plainCanvas } from './files/files.ts';

const browser = await chromium.launch(launchOptions({ webgpu: false }));
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
page.on('pageerror', (e) => console.log('PAGEERROR', e));
page.on('console', (m) => {
  if (m.type() === 'error') console.log('CONSOLE', m.text());
});
await page.goto('http://127.0.0.1:4315/?test&backend=wasm-single');
await page.waitForFunction(() => window.annotator !== undefined);
await page.getByRole('button', { name: /^Coffee,/ }).click();
await page.waitForFunction(() => window.annotator.view.getState().photo !== null);
await page.waitForTimeout(1500);
console.log(
  await page.evaluate(() =>
    JSON.stringify({
      ...window.annotator.projects.getState(),
      photos: window.annotator.document.getState().photos,
    }),
  ),
);
await page.evaluate(() => {
  window.annotator.addTag('night');
});
await page.waitForTimeout(500);
await page.screenshot({ path: '/tmp/s1.png' });
await page.reload();
await page.waitForFunction(() => window.annotator?.view.getState().photo !== null);
console.log(
  await page.evaluate(() =>
    JSON.stringify({
      d: window.annotator.document.getState(),
      undo: window.annotator.undoName(),
      save: window.annotator.projects.getState().save,
    }),
  ),
);
await page.getByRole('button', { name: /^Project / }).click();
await page.waitForTimeout(500);
await page.screenshot({ path: '/tmp/s2.png' });
await page.getByRole('button', { name: 'All projects' }).click();
await page.waitForTimeout(500);
await page.screenshot({ path: '/tmp/s3.png' });
await page.setViewportSize({ width: 390, height: 844 });
await page.screenshot({ path: '/tmp/s4.png' });
await browser.close();
void jpegFile;
void plainCanvas;

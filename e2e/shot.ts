import { chromium, devices } from '@playwright/test';
import { launchOptions } from './browser/launch.ts';
import { AnnotatorPage } from './pages/annotator.ts';
import { openSceneWithoutModel } from './pages/scene-page.ts';

const browser = await chromium.launch(launchOptions({ webgpu: false }));
const base = 'http://127.0.0.1:4314';
for (const [name, options] of [
  ['wide', { viewport: { width: 1440, height: 900 } }],
  ['phone', { ...devices['Pixel 5'], viewport: { width: 390, height: 844 } }],
] as const) {
  const context = await browser.newContext({ ...options, baseURL: base });
  const page = await context.newPage();
  page.on('console', (m) => m.type() === 'error' && console.log(name, m.text()));
  page.on('pageerror', (e) => console.log(name, String(e)));
  const app = new AnnotatorPage(page);
  await page.goto('/?tour&test');
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `/tmp/shots/${name}-tour.png` });
  await page.goto('/?test');
  await openSceneWithoutModel(app);
  await page.waitForTimeout(800);
  await app.press('Control+k');
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/shots/${name}-palette.png` });
  await page.keyboard.type('them');
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/shots/${name}-palette-found.png` });
  await page.keyboard.press('Escape');
  await app.press('?');
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/shots/${name}-sheet.png` });
  await page.keyboard.press('Escape');
  // Objects by hand.
  await app.press('r');
  for (const [x, y] of [
    [100, 100],
    [300, 250],
  ] as const) {
    await page.mouse.move(...(await app.onPage({ x, y })));
    await page.mouse.down();
    await page.mouse.move(...(await app.onPage({ x: x + 120, y: y + 100 })), { steps: 4 });
    await page.mouse.up();
    await app.press('Enter');
  }
  await app.press('v');
  await app.press('n');
  await app.press('Shift+F10');
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/shots/${name}-menu.png` });
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.annotator.setTheme('contrast'));
  await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/shots/${name}-contrast.png` });
  await page.evaluate(() => window.annotator.setTheme('light'));
  await app.press('Control+k');
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/shots/${name}-palette-light.png` });
  await context.close();
}
await browser.close();

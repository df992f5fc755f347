import { chromium } from '@playwright/test';
import { preview } from 'vite';
const server = await preview({ configFile: false, root: '/work/main', build: { outDir: 'dist' }, preview: { host: '127.0.0.1', port: 4893, headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' } } });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-quic','--no-first-run'] });
for (const [name, viewport] of [['wide', { width: 1440, height: 900 }], ['phone', { width: 390, height: 844 }]] as const) {
  const context = await browser.newContext({ viewport, locale: 'ko-KR', hasTouch: name === 'phone' });
  await context.addInitScript('globalThis.__name = (f) => f'); const page = await context.newPage();
  await page.goto('http://127.0.0.1:4893/?test');
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `/tmp/w/${name}-welcome.png` });
  await page.evaluate(() => window.annotator.openSample('coffee'));
  await page.waitForFunction(() => window.annotator.view.getState().embedded, null, { timeout: 120000 });
  await page.evaluate(async () => { const a = window.annotator; await a.addPoint({ x: 300, y: 250 }, 'include'); });
  await page.waitForTimeout(1500);
  await page.evaluate(() => { window.annotator.keep(); });
  await page.waitForTimeout(800);
  await page.screenshot({ path: `/tmp/w/${name}-main.png` });
  await page.keyboard.press('Control+k'); await page.waitForTimeout(700);
  await page.screenshot({ path: `/tmp/w/${name}-palette.png` });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e'); await page.waitForTimeout(900);
  await page.screenshot({ path: `/tmp/w/${name}-export.png` });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+?'); await page.waitForTimeout(700);
  await page.screenshot({ path: `/tmp/w/${name}-sheet.png` });
  await context.close();
}
await browser.close(); await server.close(); process.exit(0);

import type { Locator, Page } from '@playwright/test';
import type { ImageBox } from '../../src/geometry/spaces.ts';
import type { TestFile } from '../files/files.ts';
import { SCENE } from '../files/scene.ts';
import type { AnnotatorPage } from './annotator.ts';
import { SCENE_NAME } from './scene-page.ts';

/** Labels held against those of another set. */
export class TruthPanel {
  readonly panel: Locator;
  readonly rows: Locator;
  readonly figures: Locator;
  readonly alert: Locator;

  constructor(private readonly app: AnnotatorPage) {
    this.panel = app.page.locator('details.panel').filter({
      has: app.page.getByRole('heading', { name: 'Against the truth' }),
    });
    this.rows = this.panel
      .getByRole('list', { name: 'Objects, the worst first' })
      .getByRole('button');
    this.figures = this.panel.getByRole('region', { name: 'Figures' });
    this.alert = this.panel.getByRole('alert');
  }

  async choose(file: TestFile): Promise<void> {
    const files = this.panel.getByRole('button', { name: 'Choose files' });
    const [chooser] = await Promise.all([this.app.page.waitForEvent('filechooser'), files.click()]);
    await chooser.setFiles([file]);
  }

  /** What is written below each row's name. */
  said(): Promise<string[]> {
    return this.rows.locator('.object-figures').allTextContents();
  }
}

interface Labels {
  readonly photo?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly name?: string;
}

/** COCO's instances: boxes on the drawn scene. */
export function boxLabels(
  boxes: readonly ImageBox[],
  { photo = SCENE_NAME, size = SCENE.size, name = 'truth.json' }: Labels = {},
): TestFile {
  const coco = {
    images: [{ id: 1, file_name: photo, ...size }],
    categories: [{ id: 1, name: 'box' }],
    annotations: boxes.map(({ x0, y0, x1, y1 }, i) => ({
      ...{ id: i + 1, image_id: 1, category_id: 1, iscrowd: 0 },
      segmentation: [[x0, y0, x1, y0, x1, y1, x0, y1]],
    })),
  };
  return { name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(coco)) };
}

/** The longest that the page has been busy without a frame since the last call, in milliseconds. */
export async function watchFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const watch = { last: performance.now(), longest: 0 };
    Object.assign(window, { frameWatch: watch });
    const tick = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  return () =>
    page.evaluate(
      () => (window as unknown as { frameWatch: { longest: number } }).frameWatch.longest,
    );
}

import { expect, type Locator, type Page } from '@playwright/test';
import type { Annotator } from '../../src/app/annotator.ts';
import type { ModelKind } from '../../src/contract/model-kind.ts';
import type { ImageBox, ImagePoint, ScreenPoint } from '../../src/geometry/spaces.ts';
import { toScreen } from '../../src/geometry/viewport.ts';
import type { Mask } from '../../src/mask/mask.ts';
import type { Prompt } from '../../src/prompt/prompt.ts';
import type { TestFile } from '../files/files.ts';
import { type Facts, readFacts, readLiveMask, readModelMask, readObjectMasks } from './facts.ts';
import { isPainted, pixelOf } from './painted.ts';
import { ONE_THREAD, type Query } from './query.ts';

declare global {
  interface Window {
    /** Only with `?test` in the address. Tests read it; what they do goes through mouse, touch and keys. */
    annotator: Annotator;
  }
}

/** A little more than the app's own. */
const DOUBLE_CLICK_MILLISECONDS = 450;
const DOUBLE_CLICK_PIXELS = 6;

/** The product as a person meets it; points and boxes are in photo pixels. */
export class AnnotatorPage {
  /** The photo; of two, the left one. */
  readonly stage: Locator;
  readonly models: Locator;
  readonly status: Locator;
  readonly notices: Locator;
  private lastClick = { time: 0, at: [0, 0] as readonly [x: number, y: number] };

  constructor(readonly page: Page) {
    this.stage = page.getByRole('application').first();
    this.models = page.getByRole('group', { name: 'Model that answers' });
    this.status = page.getByRole('contentinfo');
    this.notices = page.getByRole('region', { name: 'Notices' });
  }

  async open(query: Query = ONE_THREAD): Promise<void> {
    const address = new URLSearchParams({ test: '' });
    for (const [name, value] of Object.entries(query)) address.set(name, String(value));
    await this.page.goto(`./?${address}`);
    await this.page.waitForFunction(() => window.annotator !== undefined);
    // The stage is measured in the moment in which keys and mouse are bound.
    await this.until(({ viewport }) => viewport.stage.width > 0);
  }

  /** One click on a sample, which is encoded; waits until the photo takes clicks. */
  async openSample(title: string): Promise<void> {
    await this.startSample(title);
    await this.untilReady();
  }

  /** One click on a sample; doesn't wait. */
  async startSample(title: string): Promise<void> {
    const before = await this.facts();
    if (before.photoId) await this.page.getByRole('button', { name: 'Samples' }).click();
    const samples = this.page.getByRole('list', { name: 'Sample photos' });
    await samples.getByRole('button', { name: new RegExp(`^${title},`) }).click();
    await this.until(({ photoId, opening }) => photoId !== before.photoId && opening === null);
  }

  /** By the file picker; doesn't wait. */
  async chooseFiles(...files: readonly TestFile[]): Promise<void> {
    // A key pressed before the page listens is lost, as it is for a person, who presses again.
    await expect(async () => {
      const [chooser] = await Promise.all([
        this.page.waitForEvent('filechooser', { timeout: 2_000 }),
        this.page.keyboard.press('Control+o'),
      ]);
      await chooser.setFiles([...files]);
    }).toPass();
  }

  /** By the file picker; waits until the photo takes clicks. */
  async openFile(file: TestFile): Promise<void> {
    const before = (await this.facts()).photoId;
    await this.chooseFiles(file);
    await this.until((facts) => facts.photoId !== before && facts.opening === null);
    await this.untilReady();
  }

  /** Undoes everything, clears notices, goes back to this photo and fits it; embeddings stay. */
  async startOver(photoName: string): Promise<void> {
    await this.page.mouse.move(2, 2);
    const dismiss = this.notices.getByRole('button', { name: 'Dismiss' });
    while ((await dismiss.count()) > 0) await dismiss.first().dispatchEvent('click');
    while (await this.page.evaluate(() => window.annotator.canUndo())) {
      await this.press('Control+z');
      await this.until((facts) => !facts.pending);
    }
    await this.showPhoto(photoName);
    await this.press('Shift+Digit0');
  }

  /** By its frame in the filmstrip; waits until it takes clicks. */
  async showPhoto(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `${name},` }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(name);
    await this.untilReady();
  }

  /** By the switch; waits until it has answered the prompt in hand. */
  async chooseModel(name: 'RobustSAM' | 'Plain SAM' | 'Compare'): Promise<void> {
    const button = this.models.getByRole('button', { name });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    const answers = name === 'Compare' ? 2 : 1;
    await this.until(({ pending, steps, models }) => {
      return !pending && models.length === (steps > 0 ? answers : 0);
    });
  }

  /** By the switch in the top bar, which goes round. */
  async chooseTheme(theme: 'light' | 'dark' | 'high contrast'): Promise<void> {
    const button = this.page.getByRole('button', { name: /^Theme:/ });
    for (let i = 0; i < 4; i++) {
      if ((await button.getAttribute('aria-label')) === `Theme: ${theme}`) return;
      await button.click();
    }
    await expect(button).toHaveAccessibleName(`Theme: ${theme}`);
  }

  /** One of two stages. */
  stageOf(model: 'RobustSAM' | 'Plain SAM'): Locator {
    return this.page.getByRole('application', { name: `Photo as ${model} sees it` });
  }

  async click(x: number, y: number): Promise<void> {
    const at = await this.onPage({ x, y });
    await this.pauseBetweenClicks(at);
    await this.addStep(() => this.page.mouse.click(...at));
    this.lastClick = { time: Date.now(), at };
  }

  async excludeClick(x: number, y: number): Promise<void> {
    const right = { button: 'right' } as const;
    await this.addStep(async () => this.page.mouse.click(...(await this.onPage({ x, y })), right));
  }

  async dragBox({ x0, y0, x1, y1 }: ImageBox): Promise<void> {
    await this.addStep(async () => {
      await this.page.mouse.move(...(await this.onPage({ x: x0, y: y0 })));
      await this.page.mouse.down();
      await this.page.mouse.move(...(await this.onPage({ x: x1, y: y1 })), { steps: 8 });
      await this.page.mouse.up();
    });
  }

  async hover(x: number, y: number): Promise<void> {
    await this.page.mouse.move(...(await this.onPage({ x, y })), { steps: 2 });
  }

  /** Step by step, each waiting for its mask. */
  async enter(prompt: Prompt): Promise<void> {
    for (const step of prompt) {
      if (step.kind === 'box') await this.dragBox(step.box);
      else if (step.label === 'include') await this.click(step.at.x, step.at.y);
      else await this.excludeClick(step.at.x, step.at.y);
    }
  }

  /** From the stage's middle, by so many CSS pixels. */
  async dragWith(button: 'left' | 'middle', by: { dx: number; dy: number }): Promise<void> {
    const box = await this.stage.boundingBox();
    if (!box) throw new Error('the stage is not visible');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down({ button });
    await this.page.mouse.move(x + by.dx, y + by.dy, { steps: 5 });
    await this.page.mouse.up({ button });
  }

  async press(keys: string): Promise<void> {
    await this.stage.focus();
    await this.page.keyboard.press(keys);
  }

  /** The mask in hand, or that of a model; fails when there is none. */
  async mask(model?: ModelKind): Promise<Mask> {
    const mask = await readLiveMask(this.page, model);
    if (!mask) throw new Error('no mask in hand');
    return mask;
  }

  /** The mask in hand before its specks and small holes went. */
  async modelMask(): Promise<Mask> {
    const mask = await readModelMask(this.page);
    if (!mask) throw new Error('no mask in hand');
    return mask;
  }

  keptMasks(): Promise<Mask[]> {
    return readObjectMasks(this.page);
  }

  facts(): Promise<Facts> {
    return readFacts(this.page);
  }

  async until(holds: (facts: Facts) => boolean, timeout?: number): Promise<void> {
    await expect(async () => {
      const facts = await this.facts();
      expect(holds(facts), JSON.stringify(facts)).toBe(true);
    }).toPass({ intervals: [50], ...(timeout ? { timeout } : {}) });
  }

  async untilReady(timeout?: number): Promise<void> {
    await this.until((facts) => facts.photoId !== null && facts.embedded, timeout);
  }

  /** Whether anything of the mask in hand, the preview or the prompt is painted on this photo point. */
  async paintedAt(at: readonly [x: number, y: number], stage = this.stage): Promise<boolean> {
    const [x, y] = at;
    return isPainted(stage, await this.onPage({ x, y }, stage));
  }

  /** What the kept objects look like on this photo point: red, green, blue and opacity, 0 to 255. */
  async objectsAt([x, y]: readonly [x: number, y: number]): Promise<readonly number[]> {
    return pixelOf(this.stage, 'objects', await this.onPage({ x, y }));
  }

  /** Where a photo point is on the page, in CSS pixels. */
  async onPage(point: ImagePoint, stage = this.stage): Promise<[x: number, y: number]> {
    const { viewport } = await this.facts();
    const box = await stage.boundingBox();
    if (!box) throw new Error('the stage is not visible');
    const { x, y }: ScreenPoint = toScreen(viewport, point);
    return [box.x + x, box.y + y];
  }

  /** Two clicks on one place that are meant as two come later than a double-click's. */
  private async pauseBetweenClicks([x, y]: readonly [x: number, y: number]): Promise<void> {
    const { time, at } = this.lastClick;
    if (Math.hypot(x - at[0], y - at[1]) > DOUBLE_CLICK_PIXELS) return;
    const early = time + DOUBLE_CLICK_MILLISECONDS - Date.now();
    if (early > 0) await this.page.waitForTimeout(early);
  }

  /** Waits for the answer to one more prompt step. */
  private async addStep(act: () => Promise<void>): Promise<void> {
    const before = (await this.facts()).steps;
    await act();
    await this.until((facts) => facts.steps === before + 1 && !facts.pending);
  }
}

import type { ImageBox, ImagePoint } from '../../src/geometry/spaces.ts';
import type { Mask } from '../../src/mask/mask.ts';
import type { AnnotatorPage } from './annotator.ts';

export type ToolName =
  | 'Brush'
  | 'Eraser'
  | 'Polygon'
  | 'Lasso'
  | 'Rectangle'
  | 'Points'
  | 'Hand'
  | 'Prompt';

/** Drawing by hand, as a person does it; points are in photo pixels. */
export class Editing {
  constructor(readonly app: AnnotatorPage) {}

  /** By the rail, or on a phone by the row of tools. */
  async choose(name: ToolName): Promise<void> {
    const { page } = this.app;
    const tools = page.getByRole('group', { name: 'Tool in hand' });
    await tools.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  }

  /** Presses, draws through all points, lets go. */
  async drag(...points: readonly ImagePoint[]): Promise<void> {
    const { mouse } = this.app.page;
    for (const [i, point] of points.entries()) {
      await mouse.move(...(await this.app.onPage(point)), { steps: i === 0 ? 1 : 6 });
      if (i === 0) await mouse.down();
    }
    await mouse.up();
  }

  async click(...points: readonly ImagePoint[]): Promise<void> {
    for (const point of points) {
      await this.app.page.mouse.click(...(await this.app.onPage(point)));
    }
  }

  /** By the rectangle tool. */
  async drawBox({ x0, y0, x1, y1 }: ImageBox): Promise<void> {
    await this.choose('Rectangle');
    await this.drag({ x: x0, y: y0 }, { x: x1, y: y1 });
  }

  async select(name: string): Promise<void> {
    const row = this.app.page.getByRole('button', { name: new RegExp(`^${name}`) });
    if ((await row.getAttribute('aria-pressed')) !== 'true') await row.click();
  }

  /** Moves a slider of the Mask panel by the keyboard. */
  async slide(label: string, by: number): Promise<void> {
    const slider = this.app.page.getByRole('slider', { name: label });
    await slider.focus();
    for (let i = 0; i < Math.abs(by); i++)
      await this.app.page.keyboard.press(by > 0 ? 'ArrowRight' : 'ArrowLeft');
    await this.untilPreviewed();
  }

  async untilPreviewed(): Promise<void> {
    await this.app.page.waitForFunction(
      () => window.annotator.view.getState().reshaping?.isWorking === false,
    );
  }

  /** The previewed mask; null without a preview. */
  async previewed(): Promise<Mask | null> {
    const plain = await this.app.page.evaluate(() => {
      const mask = window.annotator.view.getState().reshaping?.mask;
      return mask ? { size: mask.size, runs: [...mask.runs] } : null;
    });
    return plain && { size: plain.size, runs: Uint32Array.from(plain.runs) };
  }

  async onlyMask(): Promise<Mask> {
    const [mask] = await this.app.keptMasks();
    if (!mask) throw new Error('no object is kept');
    return mask;
  }
}

import type { Locator, Page } from '@playwright/test';
import type { EverythingOptions } from '../../src/engine/everything.ts';
import type { Mask } from '../../src/mask/mask.ts';
import type { AnnotatorPage } from './annotator.ts';

interface SeenProposal {
  readonly mask: Mask;
  readonly predictedIou: number;
  readonly stability: number;
}

/** The part of the panel that finds everything and lists what it found. */
export class EverythingPanel {
  readonly list: Locator;
  readonly cancel: Locator;
  private readonly page: Page;

  constructor(private readonly app: AnnotatorPage) {
    this.page = app.page;
    this.list = this.page.getByRole('list', { name: 'Proposals' });
    this.cancel = this.page.getByRole('button', { name: 'Cancel Esc' });
  }

  async setOptions(options: Partial<EverythingOptions>): Promise<void> {
    const summary = this.page.locator('summary', { hasText: /^Options$/ });
    await summary.click();
    const fields = {
      'Points a side': options.pointsPerSide,
      'Crop layers': options.cropLayers,
      'Fewer points a layer, by': options.cropPointsDivisor,
      'Smallest hole or speck, px': options.leastArea,
      'Predicted IoU above': options.predictedIou,
    };
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) continue;
      await this.page.getByLabel(name).fill(String(value));
      await this.page.keyboard.press('Enter');
    }
    await summary.click();
  }

  /** By its key; waits for the end, whatever it is. */
  async find(): Promise<void> {
    await this.start();
    await this.page.waitForFunction(
      () => window.annotator.view.getState().everything.kind !== 'running',
      null,
      { timeout: 240_000 },
    );
  }

  async start(): Promise<void> {
    await this.app.press('e');
    await this.page.waitForFunction(
      () => window.annotator.view.getState().everything.kind !== 'off',
    );
  }

  /** Waits until so many points are through. */
  async untilPoints(least: number): Promise<void> {
    await this.page.waitForFunction((points) => {
      const { everything } = window.annotator.view.getState();
      return everything.kind === 'running' && (everything.progress?.done ?? 0) >= points;
    }, least);
  }

  async proposals(): Promise<readonly SeenProposal[]> {
    const plain = await this.page.evaluate(() => {
      const photoId = window.annotator.view.getState().photo?.id ?? '';
      const all = window.annotator.document.getState().proposals[photoId] ?? [];
      return all.map(({ mask, predictedIou, stability }) => {
        return { size: mask.size, runs: [...mask.runs], predictedIou, stability };
      });
    });
    return plain.map(({ size, runs, ...figures }) => {
      return { ...figures, mask: { size, runs: Uint32Array.from(runs) } };
    });
  }

  row(number: number): Locator {
    return this.list.getByRole('listitem').filter({ hasText: `Proposal ${number} ·` });
  }

  accept(number: number): Promise<void> {
    return this.page
      .getByRole('button', { name: `Accept Proposal ${number}`, exact: true })
      .click();
  }
}

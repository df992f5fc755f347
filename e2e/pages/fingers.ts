import type { CDPSession, Page } from '@playwright/test';

type At = readonly [x: number, y: number];

/** Longer than the app's long press. */
const LONG_PRESS_MILLISECONDS = 900;
const MOVES = 8;

/** Real touch events of several fingers; Playwright itself only taps with one. Page coordinates. */
export class Fingers {
  private readonly session: Promise<CDPSession>;

  constructor(private readonly page: Page) {
    this.session = page.context().newCDPSession(page);
  }

  async tap(...fingers: readonly At[]): Promise<void> {
    await this.send('touchStart', fingers);
    await this.send('touchEnd', []);
  }

  async slide(from: At, to: At, restMilliseconds = 0): Promise<void> {
    await this.send('touchStart', [from]);
    await this.page.waitForTimeout(restMilliseconds);
    for (let i = 1; i <= MOVES; i++) await this.send('touchMove', [between(from, to, i / MOVES)]);
    await this.send('touchEnd', []);
  }

  longPressDrag(from: At, to: At): Promise<void> {
    return this.slide(from, to, LONG_PRESS_MILLISECONDS);
  }

  /** Two fingers beside each other, from and to this many pixels from their middle. */
  async pinch([x, y]: At, from: number, to: number): Promise<void> {
    const spread = (by: number): At[] => [
      [x - by, y],
      [x + by, y],
    ];
    await this.send('touchStart', spread(from));
    for (let i = 1; i <= MOVES; i++) {
      await this.send('touchMove', spread(from + ((to - from) * i) / MOVES));
    }
    await this.send('touchEnd', []);
    // Until the view has followed: what is aimed at next lies where it is shown.
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  private async send(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    fingers: readonly At[],
  ): Promise<void> {
    const touchPoints = fingers.map(([x, y], id) => ({ x, y, id }));
    await (await this.session).send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

function between(from: At, to: At, share: number): At {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

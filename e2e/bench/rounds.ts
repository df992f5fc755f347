import type { Page } from '@playwright/test';
import type { ModelKind } from '../../src/contract/model-kind.ts';
import type { BenchPhoto, Subject } from './subjects.ts';

/** One side with its page open. */
export interface Contestant {
  readonly subject: Subject;
  readonly page: Page;
}

/** Milliseconds, in the order in which they were taken: the same index on both sides is a pair. */
interface ClickSamples {
  readonly firstClick: number[];
  readonly nextClick: number[];
}

export interface Samples extends ClickSamples {
  readonly encode: number[];
  readonly open: number[];
}

export interface AllSamples {
  /** Clicks answered by plain SAM: the model that the peer has too. */
  readonly app: Samples;
  readonly robust: ClickSamples;
  readonly peer: Samples;
}

/** A page that was brought to the front, or has just painted, is not busy any more after this. */
const SETTLE_MILLISECONDS = 150;
/** Photo pixels by which each round's clicks lie beside the last's: the app keeps its answers. */
const SHIFT = 0.4;

export async function measureRounds(
  app: Contestant,
  peer: Contestant,
  photos: readonly BenchPhoto[],
  rounds: number,
): Promise<AllSamples> {
  const samples: AllSamples = { app: noSamples(), robust: noSamples(), peer: noSamples() };
  for (let round = 0; round < rounds; round++) {
    for (const photo of photos) {
      const turns = [
        () => click(app, 'plain', photo, round, samples.app),
        () => click(peer, 'plain', photo, round, samples.peer),
        () => click(app, 'robust', photo, round, samples.robust),
      ];
      const sides = [
        () => encode(app, photo, samples.app),
        () => encode(peer, photo, samples.peer),
      ];
      // Every other round the other way round, so neither side has the better place.
      if (round % 2 === 1) for (const list of [turns, sides]) list.reverse();
      for (const turn of [...sides, ...turns]) await turn();
    }
  }
  return samples;
}

function noSamples(): Samples {
  return { encode: [], open: [], firstClick: [], nextClick: [] };
}

async function encode({ subject, page }: Contestant, photo: BenchPhoto, samples: Samples) {
  await page.bringToFront();
  await page.waitForTimeout(SETTLE_MILLISECONDS);
  const { encode, open } = await subject.encode(page, photo);
  samples.encode.push(encode);
  samples.open.push(open);
}

async function click(
  { subject, page }: Contestant,
  model: ModelKind,
  { clicks }: BenchPhoto,
  round: number,
  { firstClick, nextClick }: ClickSamples,
) {
  await page.bringToFront();
  await subject.restart(page, model);
  for (const [i, { x, y, label }] of clicks.entries()) {
    await page.waitForTimeout(SETTLE_MILLISECONDS);
    const shifted = { x: x + SHIFT * round, y, label };
    (i === 0 ? firstClick : nextClick).push(await subject.click(page, shifted));
  }
}

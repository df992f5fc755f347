import { expect, test } from 'vitest';
import { channelWorkers } from '../threads/testing/channel-worker.ts';
import { createDegrader } from './client.ts';
import type { DegradeWorker } from './protocol.ts';
import type { Stack } from './stack.ts';

const stackOf = (severity: number): Stack => ({ steps: [{ name: 'fog', severity }], seed: 1 });
/** Node has no pictures: what crosses the thread is the test's. */
const picture = { width: 4, height: 2 } as ImageBitmap;

function setUp() {
  const severities: number[] = [];
  const worker: DegradeWorker = {
    async preview(_picture, { steps }) {
      severities.push(steps[0]?.severity ?? -1);
      return picture;
    },
    degrade: () => new Promise(() => {}),
    restore: () => new Promise(() => {}),
  };
  const { started, start } = channelWorkers(worker);
  return { degrader: createDegrader(start), severities, started };
}

test('of several previews the newest is shown, and those between are never worked on', async () => {
  const { degrader, severities } = setUp();
  expect(await degrader.preview(picture, stackOf(0.1))).toEqual(picture);
  const [second, third] = [0.2, 0.3].map((one) => degrader.preview(picture, stackOf(one)));
  expect(await second).toBeNull();
  expect(await third).toEqual(picture);
  expect(severities).toEqual([0.1, 0.3]);
  degrader.end();
});

test('once ended, the next request starts another worker', async () => {
  const { degrader, started } = setUp();
  await degrader.preview(picture, stackOf(0.1));
  degrader.end();
  expect(started.map(({ isEnded }) => isEnded)).toEqual([true]);
  expect(await degrader.preview(picture, stackOf(0.2))).toEqual(picture);
  expect(started).toHaveLength(2);
  degrader.end();
});

test('a photo that is wanted no more starts no worker', async () => {
  const { degrader, started } = setUp();
  const signal = AbortSignal.abort(new Error('another photo'));
  await expect(degrader.degrade(signal, picture, stackOf(0.1))).rejects.toThrow('another photo');
  expect(started).toHaveLength(0);
});

import { expect, test } from 'vitest';
import type { Mask } from '../mask/mask.ts';
import { maskFromPicture } from '../mask/testing/arbitrary.ts';
import { channelWorkers } from '../threads/testing/channel-worker.ts';
import { createReshaper } from './client.ts';
import type { Reshape } from './protocol.ts';
import { reshapeMask } from './reshape.ts';

const mask = maskFromPicture('###..', '#.#..', '###.#');
const grow = (by: number): readonly Reshape[] => [{ kind: 'grow', by }];

function setUp(reshape: (mask: Mask, reshapes: readonly Reshape[]) => Promise<Mask>) {
  const { started: threads, start } = channelWorkers({ reshape });
  const reshaper = createReshaper(start);
  return { reshaper, threads };
}

test('each kind does what it says', async () => {
  const { reshaper, threads } = setUp(async (...asked) => reshapeMask(...asked));
  const after = (reshapes: readonly Reshape[]) => reshaper.reshape(mask, reshapes);
  const whole = maskFromPicture('###..', '###..', '###.#');
  expect(await after([{ kind: 'fill-holes', most: 1 }])).toEqual(whole);
  const alone = maskFromPicture('###..', '#.#..', '###..');
  expect(await after([{ kind: 'drop-specks', most: 1 }])).toEqual(alone);
  expect(await after(grow(1))).toEqual(maskFromPicture('####.', '#####', '#####'));
  const shrunk = maskFromPicture('#....', '.....', '#....');
  expect(await after(grow(-1))).toEqual(shrunk);
  expect(await after([{ kind: 'smooth', radius: 1 }])).toEqual(
    maskFromPicture('###..', '###..', '###..'),
  );
  expect(
    await after([
      { kind: 'fill-holes', most: 1 },
      { kind: 'drop-specks', most: 1 },
    ]),
  ).toEqual(maskFromPicture('###..', '###..', '###..'));
  expect(threads).toHaveLength(1);
});

test('of several requests the newest is answered, and those between are never worked on', async () => {
  const worked: (readonly Reshape[])[] = [];
  const { reshaper } = setUp(async (given, asked) => {
    worked.push(asked);
    return reshapeMask(given, asked);
  });
  const first = reshaper.reshape(mask, grow(1));
  await Promise.resolve();
  const [second, third] = [reshaper.reshape(mask, grow(2)), reshaper.reshape(mask, grow(0))];
  expect(await first).toBeNull();
  expect(await second).toBeNull();
  expect(await third).toEqual(mask);
  expect(worked).toEqual([grow(1), grow(0)]);
});

test('a worker that died is named, and the next request has a new one', async () => {
  let answers = false;
  const { reshaper, threads } = setUp((given) =>
    answers ? Promise.resolve(given) : new Promise(() => {}),
  );
  const lost = reshaper.reshape(mask, grow(1));
  await new Promise((resolve) => setTimeout(resolve));
  threads[0]?.die('out of memory');
  await expect(lost).rejects.toThrow('out of memory');
  answers = true;
  expect(await reshaper.reshape(mask, grow(0))).toEqual(mask);
  expect(threads).toHaveLength(2);
});

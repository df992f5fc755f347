import { expect, test } from 'vitest';
import { channelWorkers } from '../threads/testing/channel-worker.ts';
import { createModelSets } from './client.ts';
import type { ModelSetWorker } from './protocol.ts';

const files = { kind: 'zip', file: new File([], 'set.zip') } as const;

function setUp(take: ModelSetWorker['take']) {
  const { started, start } = channelWorkers({ take });
  return { sets: createModelSets(start), started };
}

test('a set that is cancelled ends its worker and says so', async () => {
  const { sets, started } = setUp(() => new Promise(() => {}));
  const abort = new AbortController();
  const taking = sets.take(abort.signal, files, () => {});
  abort.abort();
  expect(await taking).toEqual({ ok: false, problem: { kind: 'cancelled' } });
  expect(started.map(({ isEnded }) => isEnded)).toEqual([true]);
});

test('a worker that dies is a set that can’t be read, and its reason is told', async () => {
  const { sets, started } = setUp(() => new Promise(() => {}));
  const taking = sets.take(new AbortController().signal, files, () => {});
  started[0]?.die('out of memory');
  const problem = { kind: 'unreadable', detail: 'out of memory' };
  expect(await taking).toEqual({ ok: false, problem });
});

test('a worker that can’t start is a set that can’t be read', async () => {
  const sets = createModelSets(() => {
    throw new Error('blocked');
  });
  const problem = { kind: 'unreadable', detail: 'blocked' };
  const { signal } = new AbortController();
  expect(await sets.take(signal, files, () => {})).toEqual({ ok: false, problem });
});

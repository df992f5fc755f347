import { describe, expect, test } from 'vitest';
import { channelWorkers } from './testing/channel-worker.ts';
import { askOnce, createThread } from './thread.ts';

interface Api {
  double(number: number): Promise<number>;
  count(to: number, heard: (at: number) => void): Promise<number>;
}

const api: Api = {
  async double(number) {
    if (number < 0) throw new RangeError('too small');
    return 2 * number;
  },
  async count(to, heard) {
    for (let at = 1; at <= to; at++) heard(at);
    return to;
  },
};
const silent: Api = { double: () => new Promise(() => {}), count: () => new Promise(() => {}) };
const turn = () => new Promise((resolve) => setTimeout(resolve));

function threadWith(...apis: readonly Api[]) {
  const workers = channelWorkers(...apis);
  const thread = createThread<Api>(workers.start);
  const double = (number: number, signal: AbortSignal | null = null) =>
    thread.ask(signal, (worker) => worker.double(number));
  return { thread, double, started: workers.started };
}

describe('a thread', () => {
  test('starts when it is first asked, and answers', async () => {
    const { double, thread, started } = threadWith(api);
    expect(started).toHaveLength(0);
    expect(await Promise.all([double(1), double(2)])).toEqual([2, 4]);
    expect(started).toHaveLength(1);
    thread.end();
  });

  test('that refuses stays as it is', async () => {
    const { double, thread, started } = threadWith(api);
    await expect(double(-1)).rejects.toThrow('too small');
    expect(await double(3)).toBe(6);
    expect(started.map(({ isEnded }) => isEnded)).toEqual([false]);
    thread.end();
  });

  test.each([
    ['out of memory', 'out of memory'],
    ['', 'no answer'],
  ])('that dies says why to all who wait, and the next one answers: %j', async (said, heard) => {
    const { double, thread, started } = threadWith(silent, api);
    const waiting = [double(1), double(2)].map((one) => expect(one).rejects.toThrow(heard));
    await turn();
    started[0]?.die(said);
    await Promise.all(waiting);
    expect(await double(3)).toBe(6);
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    thread.end();
  });

  test('whose answer is lost is replaced', async () => {
    const { double, thread, started } = threadWith(silent, api);
    const waiting = expect(double(1)).rejects.toThrow('the answer was lost');
    started[0]?.dispatchEvent(new Event('messageerror'));
    await waiting;
    expect(await double(3)).toBe(6);
    thread.end();
  });

  test('that can’t start says why, and is tried again', async () => {
    const workers = channelWorkers(api);
    let isBlocked = true;
    const thread = createThread<Api>(() => {
      if (isBlocked) throw new Error('blocked');
      return workers.start();
    });
    const double = () => thread.ask(null, (worker) => worker.double(2));
    await expect(double()).rejects.toThrow('blocked');
    isBlocked = false;
    expect(await double()).toBe(4);
    thread.end();
  });

  test('ends with an aborted signal, and nobody waits for it any more', async () => {
    const { double, thread, started } = threadWith(silent, api);
    const abort = new AbortController();
    const aborted = expect(double(1, abort.signal)).rejects.toThrow('enough');
    const beside = expect(double(2)).rejects.toThrow('no answer');
    await turn();
    abort.abort(new Error('enough'));
    await Promise.all([aborted, beside]);
    expect(await double(3)).toBe(6);
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    thread.end();
  });

  test('is not started for what is aborted already', async () => {
    const { double, started } = threadWith();
    await expect(double(1, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(started).toHaveLength(0);
  });

  test('keeps nothing of a signal that outlives the answer', async () => {
    const { double, thread, started } = threadWith(api);
    const abort = new AbortController();
    expect(await double(1, abort.signal)).toBe(2);
    abort.abort();
    expect(started[0]?.isEnded).toBe(false);
    expect(await double(2)).toBe(4);
    thread.end();
  });

  test('gives an answer that comes after the abort to whoever frees it', async () => {
    const { thread } = threadWith(api);
    const abort = new AbortController();
    const dropped: number[] = [];
    const asked = thread.ask(
      abort.signal,
      async (worker) => {
        const answer = await worker.double(4);
        abort.abort(new Error('late'));
        return answer;
      },
      (late) => dropped.push(late),
    );
    await expect(asked).rejects.toThrow('late');
    await turn();
    expect(dropped).toEqual([8]);
  });

  test('is heard while it works, and not after its answer', async () => {
    const calls: ((at: number) => void)[] = [];
    const { thread } = threadWith({
      ...api,
      async count(to, heard) {
        calls.push(heard);
        await heard(1);
        return to;
      },
    });
    const heard: number[] = [];
    await thread.ask(null, (worker, hear) =>
      worker.count(
        3,
        hear((at) => heard.push(at)),
      ),
    );
    await calls[0]?.(2);
    expect(calls).toHaveLength(1);
    expect(heard).toEqual([1]);
    thread.end();
  });
});

describe('a worker for one answer', () => {
  test('ends with it', async () => {
    const { started, start } = channelWorkers(api);
    expect(await askOnce<Api, number>(start, null, (worker) => worker.double(2))).toBe(4);
    const refused = askOnce<Api, number>(start, null, (worker) => worker.double(-2));
    await expect(refused).rejects.toThrow('too small');
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, true]);
  });
});

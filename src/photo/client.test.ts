import { describe, expect, it } from 'vitest';
import { channelWorkers } from '../threads/testing/channel-worker.ts';
import { createPhotoLoader } from './client.ts';
import type { PhotoResult, PhotoWorker } from './protocol.ts';

const EMPTY: PhotoResult = { ok: false, problem: { kind: 'empty' } };

/** Each worker started decodes with the next function. */
function loaderWith(...decoders: PhotoWorker['decode'][]) {
  const { started, start } = channelWorkers(...decoders.map((decode) => ({ decode })));
  return { loader: createPhotoLoader(start), started };
}

const never: PhotoWorker['decode'] = () => new Promise(() => {});
const file = new Blob(['x']);

describe('the photo loader', () => {
  it('starts its worker with the first photo and keeps it', async () => {
    const { loader, started } = loaderWith(async () => EMPTY);
    expect(started).toHaveLength(0);
    expect(await loader.load(file)).toEqual(EMPTY);
    expect(await loader.load(file)).toEqual(EMPTY);
    expect(started).toHaveLength(1);
    loader.dispose();
    expect(started[0]?.isEnded).toBe(true);
  });

  it('decodes one photo at a time, in order', async () => {
    const log: string[] = [];
    const { loader } = loaderWith(async (blob) => {
      const name = await blob.text();
      log.push(`start ${name}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      log.push(`end ${name}`);
      return EMPTY;
    });
    await Promise.all([loader.load(new Blob(['a'])), loader.load(new Blob(['b']))]);
    expect(log).toEqual(['start a', 'end a', 'start b', 'end b']);
    loader.dispose();
  });

  it('says when the worker died, and starts another for the next photo', async () => {
    const { loader, started } = loaderWith(never, async () => EMPTY);
    const lost = loader.load(file);
    const next = loader.load(file);
    await Promise.resolve();
    started[0]?.die();
    expect(await lost).toEqual({
      ok: false,
      problem: { kind: 'worker-failed', detail: 'no answer' },
    });
    expect(await next).toEqual(EMPTY);
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    loader.dispose();
  });

  it('ends the worker of an aborted photo at once and goes on with the next', async () => {
    const { loader, started } = loaderWith(never, async () => EMPTY);
    const controller = new AbortController();
    const given = loader.load(file, controller.signal);
    const next = loader.load(file);
    await Promise.resolve();
    controller.abort(new Error('another photo'));
    await expect(given).rejects.toThrow('another photo');
    expect(await next).toEqual(EMPTY);
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
    loader.dispose();
  });

  it('never starts a photo aborted while it waited', async () => {
    const { loader, started } = loaderWith();
    await expect(loader.load(file, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(started).toHaveLength(0);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { type ChannelWorker, channelWorkers } from '../threads/testing/channel-worker.ts';
import { createDatasets } from './client.ts';
import type { DatasetWorker, ExportRequest } from './protocol.ts';
import { EXACT } from './testing/round-trip.ts';

const size = { width: 2, height: 1 };
const head = { name: '', classes: [], photos: [1, 2].map((n) => ({ name: `${n}.jpg`, size })) };
const request: ExportRequest = { format: 'coco', head, options: EXACT, endings: [], valShare: 0 };
const photo = { labels: { objects: [], tags: [] }, file: new Blob(), picture: null };
const zip = new Blob(['zip']);

let started: readonly ChannelWorker[] = [];

function datasetsWith(worker: Partial<DatasetWorker>) {
  const workers = channelWorkers(worker);
  started = workers.started;
  return createDatasets(workers.start);
}

/** What was called, in order. */
function createLog(changes: Partial<DatasetWorker> = {}) {
  const log: string[] = [];
  const worker: Partial<DatasetWorker> = {
    async startExport() {
      log.push('start');
    },
    async addPhoto() {
      log.push('photo');
      return log.length;
    },
    async finishExport() {
      log.push('finish');
      return zip;
    },
    async abortExport() {
      log.push('abort');
    },
    ...changes,
  };
  return { log, worker };
}

afterEach(() => {
  for (const worker of started) worker.terminate();
});

describe('writing a data set', () => {
  it('hands over one photo after the other and says how far it is', async () => {
    const { log, worker } = createLog();
    const asked: number[] = [];
    const progress: number[] = [];
    const photoAt = async (index: number) => {
      asked.push(index, log.length);
      return photo;
    };
    const { signal } = new AbortController();
    await datasetsWith(worker).write(signal, request, photoAt, null, ({ photos, of }) =>
      progress.push(photos / of),
    );
    expect(log).toEqual(['start', 'photo', 'photo', 'finish']);
    expect(asked).toEqual([0, 1, 1, 2]);
    expect(progress).toEqual([0.5, 1]);
  });

  it('takes the zip back when a photo fails, and keeps the worker', async () => {
    const { log, worker } = createLog();
    const datasets = datasetsWith(worker);
    const photoAt = async (index: number) => {
      if (index === 1) throw new Error('no such photo');
      return photo;
    };
    const { signal } = new AbortController();
    const writing = datasets.write(signal, request, photoAt, null, () => {});
    await expect(writing).rejects.toThrow('no such photo');
    expect(log).toEqual(['start', 'photo', 'abort']);
    expect(started[0]?.isEnded).toBe(false);
  });

  it('ends the worker at once when it is cancelled, and starts again', async () => {
    const { worker } = createLog({ addPhoto: () => new Promise(() => {}) });
    const datasets = datasetsWith(worker);
    const abort = new AbortController();
    const writing = datasets.write(
      abort.signal,
      request,
      async () => photo,
      null,
      () => {},
    );
    setTimeout(() => abort.abort(new Error('enough')), 10);
    await expect(writing).rejects.toThrow('enough');
    expect(started[0]?.isEnded).toBe(true);
    const again = new AbortController();
    void datasets
      .write(
        again.signal,
        request,
        async () => photo,
        null,
        () => {},
      )
      .catch(() => {});
    expect(started).toHaveLength(2);
    again.abort();
  });

  it('does not begin what is cancelled already', async () => {
    const { log, worker } = createLog();
    const datasets = datasetsWith(worker);
    const writing = datasets.write(
      AbortSignal.abort(),
      request,
      async () => photo,
      null,
      () => {},
    );
    await expect(writing).rejects.toThrow();
    expect(log).toEqual([]);
    expect(started).toEqual([]);
  });
});

it('a worker that dies is an error, not a wait without end', async () => {
  const datasets = datasetsWith({ maskPng: () => new Promise(() => {}) });
  const asking = datasets.maskPng({ size, runs: Uint32Array.of(2) });
  started[0]?.die('out of memory');
  await expect(asking).rejects.toThrow('out of memory');
  expect(started[0]?.isEnded).toBe(true);
});

import type { StoreApi } from 'zustand/vanilla';
import type { Embedded } from './embedded.ts';
import type { EncodeKind, EncodeTimes } from './encode-times.ts';
import type { EngineStatus } from './engine.ts';
import type { Job, Jobs, Kind, Value } from './jobs.ts';
import type { Taken } from './ladder.ts';
import type { Backend, Encoded, EncodeRequest } from './protocol.ts';
import type { Supervisor } from './supervisor.ts';

interface Parts {
  readonly status: StoreApi<EngineStatus>;
  readonly supervisor: Pick<Supervisor, 'worked'>;
  readonly times: EncodeTimes;
  readonly embedded: Pick<Embedded, 'add'>;
  readonly jobs: Pick<Jobs, 'add'>;
}

interface Done<K extends Kind> {
  readonly taken: Taken;
  readonly job: Job<K>;
  readonly value: Value<K>;
  /** Milliseconds. */
  readonly took: number;
}

/** What the worker's encodes and answers tell besides. */
interface Notes {
  /** It has begun to encode a photo. */
  encoding(taken: Taken, request: EncodeRequest): void;
  readonly answered: { readonly [K in Kind]: (done: Done<K>) => void };
}

export function createNotes({ status, supervisor, times, embedded, jobs }: Parts): Notes {
  function encodeKind(backend: Backend, { model, isClear }: EncodeRequest): EncodeKind {
    return { backend, setId: status.getState().set?.id ?? null, model, isClear };
  }

  function encoding({ backend }: Taken, request: EncodeRequest): void {
    const { photoId, model } = request;
    status.setState({
      phase: {
        kind: 'encoding',
        photoId,
        model,
        startedAt: performance.now(),
        expectedMilliseconds: times.expected(encodeKind(backend, request)),
      },
    });
  }

  const answered: Notes['answered'] = {
    encode({ taken, job, value }) {
      noteEncoded(taken, job.request, value);
      // The photo in hand being encoded again after a loss proves little.
      if (job.failedOn === null) supervisor.worked();
    },
    decode({ took }) {
      status.setState({ lastDecodeMilliseconds: took });
      supervisor.worked();
    },
    keep: ({ value }) => status.setState({ cache: value }),
    ahead: ({ value }) => status.setState({ cache: value.cache }),
    crop() {},
    follow() {},
    explain() {},
    preview() {},
    everything() {},
  };

  function noteEncoded({ backend }: Taken, request: EncodeRequest, encoded: Encoded): void {
    const { photoId, model } = request;
    embedded.add(photoId, encoded.kinds);
    status.setState({ cache: encoded.cache });
    if (!encoded.ran) return;
    times.remember(encodeKind(backend, request), encoded.milliseconds);
    const { milliseconds, steps } = encoded;
    status.setState({ lastEncodeMilliseconds: milliseconds, lastEncodeSteps: steps });
    jobs.add({ kind: 'keep', request: { photoId, model }, failedOn: null, answer: () => {} });
  }

  return { encoding, answered };
}

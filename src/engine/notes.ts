import type { StoreApi } from 'zustand/vanilla';
import type { ModelKind } from '../contract/model-kind.ts';
import type { Embedded } from './embedded.ts';
import type { EncodeKind, EncodeTimes } from './encode-times.ts';
import type { EngineStatus } from './engine.ts';
import type { Job, Jobs, Kind, Value } from './jobs.ts';
import type { Taken } from './ladder.ts';
import type { Backend, Encoded, EncodeRequest, SeenPhoto } from './protocol.ts';
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
  function encodeKind(backend: Backend, model: ModelKind): EncodeKind {
    return { backend, setId: status.getState().set?.id ?? null, model };
  }

  function encoding({ backend }: Taken, { photoId, model }: EncodeRequest): void {
    status.setState({
      phase: {
        kind: 'encoding',
        photoId,
        model,
        startedAt: performance.now(),
        expectedMilliseconds: times.expected(encodeKind(backend, model)),
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
    preview() {},
    everything() {},
  };

  function noteEncoded(taken: Taken, { photoId, model }: SeenPhoto, encoded: Encoded): void {
    const { backend, started } = taken;
    const seeing = started.encoders.find((kinds) => kinds.includes(model)) ?? [];
    embedded.add(photoId, seeing);
    status.setState({ cache: encoded.cache });
    if (!encoded.ran) return;
    times.remember(encodeKind(backend, model), encoded.milliseconds);
    status.setState({ lastEncodeMilliseconds: encoded.milliseconds });
    jobs.add({ kind: 'keep', request: { photoId, model }, failedOn: null, answer: () => {} });
  }

  return { encoding, answered };
}

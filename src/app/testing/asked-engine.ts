import { createStore } from 'zustand/vanilla';
import type { ModelKind } from '../../contract/model-kind.ts';
import type { Engine, EngineStatus } from '../../engine/engine.ts';
import type {
  EverythingOutcome,
  EverythingParts,
  EverythingRequest,
} from '../../engine/everything.ts';
import type {
  CropRequest,
  Decoded,
  DecodeOutcome,
  DecodeRequest,
  Encoded,
  ExplainOutcome,
  FollowOutcome,
  FollowRequest,
  Outcome,
} from '../../engine/protocol.ts';

interface Waiting {
  readonly request: DecodeRequest;
  answer(outcome: DecodeOutcome): void;
}

interface CloseLook {
  readonly request: CropRequest;
  answer(outcome: Outcome<Decoded>): void;
}

interface Following {
  readonly request: FollowRequest;
  answer(outcome: FollowOutcome): void;
}

interface Question {
  readonly request: DecodeRequest;
  answer(outcome: ExplainOutcome): void;
}

interface Search {
  readonly signal: AbortSignal;
  readonly request: EverythingRequest;
  readonly parts: EverythingParts;
  answer(outcome: EverythingOutcome): void;
}

interface AheadEncode {
  readonly photoId: string;
  answer(outcome: Outcome<Encoded>): void;
}

/** An engine that is ready, and answers when the test says so. */
export function createAskedEngine(kinds: readonly ModelKind[]) {
  const decodes: Waiting[] = [];
  const previews: Waiting[] = [];
  const encodes: (() => void)[] = [];
  const encoded = new Set<string>();
  const searches: Search[] = [];
  const zooms: CloseLook[] = [];
  const follows: Following[] = [];
  const explains: Question[] = [];
  const ask = (list: Waiting[], request: DecodeRequest) =>
    new Promise<DecodeOutcome>((answer) => list.push({ request, answer }));
  const disk = { count: 0, bytes: 0, limitBytes: 0, trouble: null };
  const cache = { count: 0, bytes: 0, limitBytes: 0, working: 0, disk };
  const ahead = { encodes: [] as AheadEncode[], onDisk: new Set<string>() };
  const engine: Engine = {
    status: createStore<EngineStatus>(() => ({
      phase: { kind: 'ready' },
      choice: 'auto',
      backend: 'wasm-single',
      threads: 1,
      adapter: null,
      set: null,
      kinds,
      rejections: [],
      lastEncodeMilliseconds: null,
      lastEncodeSteps: null,
      lastDecodeMilliseconds: null,
      cache,
    })),
    start: async () => {},
    adopt: async () => ({ ok: false, problem: { kind: 'cancelled' } }),
    encode: (_signal, { photoId }) =>
      new Promise((resolve) => {
        const finish = (ran: boolean) =>
          resolve({ ok: true, value: { ran, kinds, milliseconds: 1, steps: null, cache } });
        // What was encoded once is kept, for either model.
        if (encoded.has(photoId)) return finish(false);
        encodes.push(() => {
          encoded.add(photoId);
          finish(true);
        });
      }),
    decode: (_signal, request) => ask(decodes, request),
    explain: (_signal, request) => new Promise((answer) => explains.push({ request, answer })),
    preview: (request) => ask(previews, request),
    decodeCrop: (_signal, request) => new Promise((answer) => zooms.push({ request, answer })),
    follow: (_signal, request) => new Promise((answer) => follows.push({ request, answer })),
    everything: (signal, request, parts) =>
      new Promise((answer) => searches.push({ signal, request, parts, answer })),
    limitMemory: async () => {},
    limitDisk: async () => {},
    ahead: {
      untilQuiet: async (signal) => signal.throwIfAborted(),
      encode: (_signal, { photoId }) =>
        new Promise((answer) => ahead.encodes.push({ photoId, answer })),
      kept: async (photoIds) => new Set(photoIds.filter((id) => ahead.onDisk.has(id))),
      rest: () => {},
    },
    clearCache: async () => {},
    dispose: () => {},
  };
  return { engine, decodes, previews, encodes, searches, zooms, follows, explains, ahead };
}

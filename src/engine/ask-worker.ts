import { firstOf } from '../threads/first-of.ts';
import type { Answer, Job, Kind, Request } from './jobs.ts';
import type { Taken } from './ladder.ts';
import type { EncodeRequest } from './protocol.ts';

type Calls = Taken['connection']['worker'];
type OnEncode = (request: EncodeRequest) => void;

const CALLS: {
  readonly [K in Kind]: (
    worker: Calls,
    request: Request<K>,
    onEncode: OnEncode,
  ) => Promise<Answer<K>>;
} = {
  encode,
  decode: (worker, request) => worker.decode(request),
  crop: (worker, request) => worker.decodeCrop(request),
  follow: (worker, request) => worker.follow(request),
  explain: (worker, request) => worker.explain(request),
  preview: (worker, request) => worker.decode(request),
  everything: (worker, request) => worker.everythingStep(request),
  keep: async (worker, request) => ({ ok: true, value: await worker.keep(request) }),
  ahead: (worker, request) => worker.encodeAhead(request),
};

/** One job for the worker, which may end while it is under way. */
export function askWorker<K extends Kind>(
  { connection: { worker, ended } }: Taken,
  { kind, request }: Pick<Job<K>, 'kind' | 'request'>,
  onEncode: OnEncode,
): Promise<Answer<K>> {
  const answer: Promise<Answer<K>> = CALLS[kind](worker, request, onEncode);
  return firstOf(answer, ended, (problem) => ({ ok: false, problem }));
}

/** A kept embedding costs milliseconds, so only a real encode is worth telling. */
async function encode(
  worker: Calls,
  request: EncodeRequest,
  onEncode: OnEncode,
): Promise<Answer<'encode'>> {
  const { photoId, photoSize, model } = request;
  const kept = await worker.recall({ photoId, photoSize, model });
  if (kept) return { ok: true, value: kept };
  onEncode(request);
  return worker.encode(request);
}

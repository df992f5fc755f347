import type { ModelKind } from '../../contract/model-kind.ts';
import { describeEngineProblem } from '../../engine/describe.ts';
import type { EncodeRequest, EngineProblem } from '../../engine/protocol.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import type { Context } from '../state/context.ts';
import { modelsInUse, now } from '../state/context.ts';
import { notify } from '../state/notices.ts';
import { currentPrompt } from '../state/questions.ts';
import { NO_PREVIEW } from '../state/view.ts';
import { showAnswer } from './show-answer.ts';

type ShownPhoto = Omit<EncodeRequest, 'model'>;

/** Keeps the embedding and the live mask true to the shown photo and its prompt. */
export interface Decoding {
  /** Encodes the shown photo (at once when its embedding is kept), then answers waiting clicks. */
  encode(photo: ShownPhoto): Promise<void>;
  /** Encodes the shown photo for a backend, or a model, that doesn't know it yet. */
  encodeAgain(): Promise<void>;
  /** Asks for the masks of the prompt in hand; an answer that came too late is dropped. */
  refresh(): Promise<void>;
  /** Resolves once the photo is encoded and the newest refresh is through with this model, answered or not. */
  settled(model: ModelKind): Promise<void>;
}

/** One prompt that is being answered. */
interface Turn {
  readonly signal: AbortSignal;
  readonly photoId: string;
  readonly prompt: Prompt;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: encoding and decoding wait for each other: the promises in here are one state.
export function createDecoding(context: Context): Decoding {
  const { view, engine } = context;
  let encoding = new AbortController();
  let decoding = new AbortController();
  let shown: ShownPhoto | null = null;
  /** Ends once the shown photo's embedding is there and its prompt asked about, or neither will be. */
  let embedding: Promise<unknown> = Promise.resolve();
  let first: Promise<unknown> = Promise.resolve();
  let all = Promise.resolve();

  function fail(problem: EngineProblem): void {
    view.setState({ pending: false });
    notify(view, 'error', describeEngineProblem(problem));
  }

  async function encode(photo: ShownPhoto): Promise<void> {
    encoding.abort();
    encoding = new AbortController();
    const { signal } = encoding;
    shown = photo;
    view.setState({ embedded: false });
    const leading = encodeLeading(signal, photo);
    embedding = leading;
    if (!(await leading)) return;
    await all;
    // Before a click asks for it; a click says what is wrong.
    const [, ...others] = modelsInUse(context);
    for (const model of others)
      if (!signal.aborted) await engine.encode(signal, { ...photo, model });
  }

  /** Then asks what waits for it; false when it failed, or another photo came first. */
  async function encodeLeading(signal: AbortSignal, photo: ShownPhoto): Promise<boolean> {
    const [model] = modelsInUse(context);
    const outcome = await engine.encode(signal, { ...photo, model });
    if (signal.aborted) return false;
    if (!outcome.ok) {
      fail(outcome.problem);
      return false;
    }
    view.setState({ embedded: true });
    void refresh();
    return true;
  }

  /** Null while there is nothing to ask, or nobody to answer yet. */
  function begin(): Turn | null {
    decoding.abort();
    decoding = new AbortController();
    if (view.getState().zooming) view.setState({ zooming: false });
    const { photo, embedded } = view.getState();
    const prompt = currentPrompt(...now(context));
    if (!photo || prompt.length === 0) {
      view.setState({ live: null, compared: null, pending: false });
      return null;
    }
    view.setState({ pending: true, ...NO_PREVIEW });
    return embedded ? { signal: decoding.signal, photoId: photo.id, prompt } : null;
  }

  /** Whether there was an answer that still counts. */
  async function ask({ signal, photoId, prompt }: Turn, model: ModelKind): Promise<boolean> {
    const askedAt = performance.now();
    const outcome = await engine.decode(signal, { photoId, model, prompt });
    if (signal.aborted) return false;
    const answeredIn = performance.now() - askedAt;
    if (outcome.ok)
      await showAnswer(context, signal, { decoded: outcome.value, model, prompt, answeredIn });
    // The embedding fell out of the cache: make it again, which asks again.
    else if (outcome.problem.kind === 'no-embedding') await encodeAgain();
    else fail(outcome.problem);
    return outcome.ok;
  }

  function refresh(): Promise<void> {
    const turn = begin();
    const [leading, ...others] = modelsInUse(context);
    const answered = turn ? ask(turn, leading) : Promise.resolve(false);
    first = answered;
    all = answered.then(async (isAnswered) => {
      if (turn && isAnswered) for (const other of others) await ask(turn, other);
    });
    return all;
  }

  async function settled(model: ModelKind): Promise<void> {
    let last: Promise<unknown> | null = null;
    while (last !== embedding) {
      last = embedding;
      await last;
    }
    await (model === modelsInUse(context)[0] ? first : all);
  }

  async function encodeAgain(): Promise<void> {
    if (shown) await encode(shown);
  }

  return {
    encode,
    encodeAgain,
    refresh,
    settled,
  };
}

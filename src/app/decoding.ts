import { describeEngineProblem } from '../engine/describe.ts';
import type { EncodeRequest, EngineProblem, ModelKind } from '../engine/protocol.ts';
import type { Prompt } from '../prompt/prompt.ts';
import type { Context } from './context.ts';
import { notify } from './notices.ts';

const NO_PROMPT: Prompt = [];

/** The prompt in hand on the shown photo. */
export function currentPrompt({ document, view }: Context): Prompt {
  const photoId = view.getState().photo?.id;
  return (photoId && document.state.getState().prompts[photoId]) || NO_PROMPT;
}

/** Who is asked: the default of the model set. */
export function modelInUse({ engine }: Context): ModelKind {
  return engine.status.getState().kinds[0] ?? 'robust';
}

/** Keeps the embedding and the live mask true to the shown photo and its prompt. */
export interface Decoding {
  /** Encodes the shown photo (at once when its embedding is kept), then answers waiting clicks. */
  encode(request: EncodeRequest): Promise<void>;
  /** Encodes the shown photo for a backend that doesn't know it yet. */
  encodeAgain(): Promise<void>;
  /** Asks for the mask of the prompt in hand; an answer that came too late is dropped. */
  refresh(): Promise<void>;
  /** Resolves once the newest refresh has ended, answered or not. */
  settled(): Promise<void>;
}

export function createDecoding(context: Context): Decoding {
  const { view, engine } = context;
  let encoding = new AbortController();
  let decoding = new AbortController();
  let shown: EncodeRequest | null = null;
  let newest = Promise.resolve();

  function fail(problem: EngineProblem): void {
    view.setState({ pending: false });
    notify(view, 'error', describeEngineProblem(problem));
  }

  async function encode(request: EncodeRequest): Promise<void> {
    encoding.abort();
    encoding = new AbortController();
    const { signal } = encoding;
    shown = request;
    view.setState({ embedded: false });
    const outcome = await engine.encode(signal, request);
    if (signal.aborted) return;
    if (!outcome.ok) return fail(outcome.problem);
    view.setState({ embedded: true });
    await refresh();
  }

  async function ask(): Promise<void> {
    decoding.abort();
    decoding = new AbortController();
    const { signal } = decoding;
    const prompt = currentPrompt(context);
    const photoId = view.getState().photo?.id;
    if (!photoId || prompt.length === 0) return view.setState({ live: null, pending: false });
    view.setState({ pending: true, hoverMask: null });
    if (!view.getState().embedded) return;
    const outcome = await engine.decode(signal, { photoId, model: modelInUse(context), prompt });
    if (signal.aborted) return;
    if (outcome.ok) {
      const { mask, token, candidates } = outcome.value;
      return view.setState({ live: { mask, token, candidates }, pending: false });
    }
    // The embedding fell out of the cache: make it again, which comes back here.
    if (outcome.problem.kind === 'no-embedding') return encodeAgain();
    fail(outcome.problem);
  }

  function refresh(): Promise<void> {
    newest = ask();
    return newest;
  }

  async function encodeAgain(): Promise<void> {
    if (shown) await encode(shown);
  }

  return { encode, encodeAgain, refresh, settled: () => newest };
}

import { expose } from 'comlink';

/** A worker on this thread: comlink talks to it over a real channel, only the work is the test's. */
export class ChannelWorker extends EventTarget implements Worker {
  isEnded = false;
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  readonly #port: MessagePort;

  constructor(api: object) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.addEventListener('message', ({ data }) =>
      this.dispatchEvent(new MessageEvent('message', { data })),
    );
    port1.start();
    expose(api, port2);
  }

  postMessage(message: unknown, options: Transferable[] | StructuredSerializeOptions = []): void {
    this.#port.postMessage(message, Array.isArray(options) ? { transfer: options } : options);
  }

  terminate(): void {
    this.isEnded = true;
    this.#port.close();
  }

  /** As the browser tells of a script that can't be loaded, or of one that threw. */
  die(message = ''): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

/** The nth worker that is started offers the nth of these, or each of them the only one. */
export function channelWorkers(...apis: readonly object[]) {
  const started: ChannelWorker[] = [];
  return {
    started,
    start(): ChannelWorker {
      const api = apis.length === 1 ? apis[0] : apis[started.length];
      if (!api) throw new Error('one worker too many');
      const worker = new ChannelWorker(api);
      started.push(worker);
      return worker;
    },
  };
}

/** What the page's address asks for. */
export interface Query {
  readonly backend?: 'auto' | 'webgpu-fp16' | 'webgpu-fp32' | 'wasm-threads' | 'wasm-single';
  readonly threads?: number;
  readonly sample?: string;
  readonly failParity?: string;
  /** Begins the tour. */
  readonly tour?: '';
  /** As the system's shortcut “Open photos”. */
  readonly open?: '';
}

/** As on most machines; for tests of encoding, and of what it is like with threads. */
export const WITH_THREADS: Query = { backend: 'wasm-threads', threads: 2 };
/** Tests run side by side, and threads of two pages that wait for each other would keep both cores busy. */
export const ONE_THREAD: Query = { backend: 'wasm-single' };

/** Not in TypeScript's library, being Chromium's alone. */
interface MemoryTeller {
  readonly deviceMemory?: number;
}

const ASSUMED = 4;

/** Memory of the device in GiB, as far as the browser tells; few do. */
export function deviceGigabytes(): number {
  const { deviceMemory = ASSUMED } = (globalThis.navigator ?? {}) as MemoryTeller;
  return deviceMemory;
}

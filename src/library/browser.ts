import type { OpenEngine } from './api.ts';
import { createEngine } from './engine.ts';

export * from './index.ts';

/** Loads the model and tests it, on WebGPU where that works, else on the CPU. */
export const openEngine: OpenEngine = async (options = {}) => {
  const { startRunner } = await import('./browser/runner.ts');
  return createEngine(await startRunner(options));
};

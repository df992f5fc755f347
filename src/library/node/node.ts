import type { OpenEngine } from '../api.ts';
import { createEngine } from '../engine.ts';
import { RobustSamError } from '../errors.ts';

export * from '../index.ts';

/** Loads the model into ONNX Runtime of this machine, on its CPU. */
export const openEngine: OpenEngine = async (options = {}) => {
  const { startRunner } = await import('./runner.ts').catch(withoutRuntime);
  return createEngine(await startRunner(options));
};

/** Browsers need neither, so npm doesn't install them with the package. */
function withoutRuntime(cause: unknown): never {
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')) {
    throw cause;
  }
  throw new RobustSamError(
    'files',
    'In Node the engine needs two more packages: npm install onnxruntime-node @napi-rs/canvas',
    { cause },
  );
}

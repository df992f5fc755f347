import { describe, expect, test } from 'vitest';
import type { EngineProblem } from './protocol.ts';
import { photo, signal } from './testing/asked.ts';
import { BUNDLED, setUp } from './testing/scripted-worker.ts';

describe('climbing the ladder', () => {
  test('the first backend that starts is taken, each try in a worker of its own', async () => {
    const { engine, workers } = setUp({
      'webgpu-fp16': { kind: 'no-adapter' },
      'webgpu-fp32': { kind: 'parity', case: 'conv', error: 3 },
    });
    await engine.start('auto', BUNDLED);
    expect(engine.status.getState()).toMatchObject({
      phase: { kind: 'ready' },
      backend: 'wasm-threads',
      set: { name: 'Model on wasm-threads' },
      rejections: [
        { backend: 'webgpu-fp16', problem: { kind: 'no-adapter' } },
        { backend: 'webgpu-fp32', problem: { kind: 'parity' } },
      ],
    });
    expect(workers.map(({ closed }) => closed)).toEqual([true, true, false]);
  });

  test('a choice starts there and goes down from it', async () => {
    const { engine, workers } = setUp({ 'wasm-threads': { kind: 'no-threads' } });
    await engine.start('wasm-threads', BUNDLED);
    expect(workers.map(({ backend }) => backend)).toEqual(['wasm-threads', 'wasm-single']);
  });

  test('software WebGPU is allowed only for the backend asked for by name', async () => {
    const { engine, workers } = setUp({ 'webgpu-fp16': { kind: 'no-shader-f16' } });
    await engine.start('webgpu-fp16', BUNDLED);
    expect(workers.map(({ allowSoftware }) => allowSoftware)).toEqual([true, false]);
  });

  test('when none starts, the phase has the last problem and so has whoever waits', async () => {
    const missing: EngineProblem = { kind: 'missing-file', file: 'a.onnx', status: 404 };
    const { engine } = setUp({ 'wasm-threads': missing, 'wasm-single': missing });
    const waiting = engine.encode(signal(), photo('a'));
    await engine.start('wasm-threads', BUNDLED);
    expect(engine.status.getState().phase).toEqual({ kind: 'failed', problem: missing });
    expect(await waiting).toEqual({ ok: false, problem: missing });
    expect(await engine.encode(signal(), photo('a'))).toEqual({ ok: false, problem: missing });
  });

  test('progress that comes late doesn’t hide how the start ended', async () => {
    const { engine, workers } = setUp({ 'wasm-single': { kind: 'out-of-memory' } });
    await engine.start('wasm-single', BUNDLED);
    workers[0]?.report({ phase: 'loading', loadedBytes: 1, totalBytes: 2 });
    expect(engine.status.getState().phase.kind).toBe('failed');
  });

  test('a worker that dies while it starts is a rejection', async () => {
    const { engine, workers } = setUp({ 'wasm-threads': 'silent' });
    const starting = engine.start('wasm-threads', BUNDLED);
    workers[0]?.die({ kind: 'worker-died' });
    await starting;
    expect(engine.status.getState()).toMatchObject({
      backend: 'wasm-single',
      rejections: [{ backend: 'wasm-threads', problem: { kind: 'worker-died' } }],
    });
  });

  test('a new choice while a start is under way wins, and the old worker is closed', async () => {
    const { engine, workers } = setUp({ 'wasm-threads': 'silent' });
    const first = engine.start('wasm-threads', BUNDLED);
    await Promise.all([first, engine.start('wasm-single', BUNDLED)]);
    expect(engine.status.getState()).toMatchObject({ backend: 'wasm-single', rejections: [] });
    expect(workers.map(({ closed }) => closed)).toEqual([true, false]);
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as ort from 'onnxruntime-web/wasm';
import type { ModelKind } from '../../../contract/model-kind.ts';
import type { Size } from '../../../geometry/spaces.ts';
import { maskFromBitmap } from '../../../mask/bitmap.ts';
import type { Mask } from '../../../mask/mask.ts';
import type { Manifest } from '../../../models/manifest.ts';
import type { PromptStep } from '../../../prompt/prompt.ts';
import type { EncodeRequest } from '../../protocol.ts';
import { createEngineCore, type EngineCore } from '../core.ts';
import { createEmbeddingStore } from '../embedding-store.ts';
import { kindsOf, precisionOf, setFiles } from '../manifest.ts';
import { openSessions, type Sessions } from '../sessions.ts';
import { readGraphs } from '../set-graphs.ts';
import type { MemoryFolder } from './memory-folder.ts';

/**
 * The model that ships, on one thread of the CPU. The photo shows a bright disc on a dark, grained
 * ground, at twice the size the model sees it in.
 */
export const PHOTO: Size = { width: 2048, height: 1536 };
export const INPUT: Size = { width: 1024, height: 768 };
export const DISC = { x: 800, y: 700, radius: 400 };
export const START_MILLISECONDS = 120_000;

export const runtime = { ort, provider: 'wasm' } as const;
const manifest: Manifest = JSON.parse(readPublic('models/manifest.json').toString());
export const precision = precisionOf('wasm-single', manifest);
export const files = setFiles(manifest, precision);
export const kinds = kindsOf(files);

ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmBinary = readFileSync(
  createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'),
);

export async function openShippedModel(set = files): Promise<Sessions> {
  const graphs = await readGraphs(set, async (name) => readPublic(`models/${name}`));
  return openSessions(runtime, graphs);
}

/** A visit: nothing in memory, and the folder as its disk. */
export function newCore(sessions: Sessions, folder: MemoryFolder, isOfficial = false): EngineCore {
  const openFolder = async () => folder.handle;
  const disk = createEmbeddingStore({ openFolder, freeBytes: async () => null });
  const { id, calibration } = manifest;
  const traits = { isBlended: true, isOfficial, calibration };
  return createEngineCore({ id, kinds, precision, runtime, sessions, ...traits }, disk);
}

export function include(x: number, y: number): PromptStep {
  return { kind: 'point', at: { x, y }, label: 'include', candidate: null };
}

export function exclude(x: number, y: number): PromptStep {
  return { kind: 'point', at: { x, y }, label: 'exclude', candidate: null };
}

export function photo(photoId: string, model: ModelKind = 'robust'): EncodeRequest {
  const rgb = new Uint8Array(3 * INPUT.width * INPUT.height);
  const scale = PHOTO.width / INPUT.width;
  for (let i = 0; i < INPUT.width * INPUT.height; i++) {
    const [x, y] = [(i % INPUT.width) + 0.5, Math.floor(i / INPUT.width) + 0.5];
    const grain = (i * 7919) % 13;
    rgb.fill((isOnDisc(x * scale, y * scale) ? 210 : 50) + grain, 3 * i, 3 * i + 3);
  }
  return { photoId, model, photoSize: PHOTO, image: { size: INPUT, rgb }, isClear: false };
}

export function disc(): Mask {
  const bitmap = Uint8Array.from({ length: PHOTO.width * PHOTO.height }, (_, i) =>
    isOnDisc((i % PHOTO.width) + 0.5, Math.floor(i / PHOTO.width) + 0.5) ? 1 : 0,
  );
  return maskFromBitmap(bitmap, PHOTO);
}

function isOnDisc(x: number, y: number): boolean {
  return Math.hypot(x - DISC.x, y - DISC.y) < DISC.radius;
}

export function readPublic(path: string): Buffer {
  return readFileSync(new URL(`../../../../public/${path}`, import.meta.url));
}

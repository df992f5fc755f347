import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelKind } from '../../contract/model-kind.ts';
import {
  type EverythingOptions,
  type EverythingProgress,
  type FoundMask,
  runEverything,
} from '../../engine/everything.ts';
import type { Decoded, Followed, NoEmbedding, NoSource, Outcome } from '../../engine/protocol.ts';
import { createEngineCore } from '../../engine/worker/core.ts';
import { createEmbeddingStore, NO_DISK } from '../../engine/worker/embedding-store.ts';
import { kindsOf, precisionOf, setFiles, traitsOf } from '../../engine/worker/manifest.ts';
import { openSessions } from '../../engine/worker/sessions.ts';
import { readGraphs } from '../../engine/worker/set-graphs.ts';
import type { Mask } from '../../mask/mask.ts';
import { MANIFEST_NAME, parseManifest } from '../../models/manifest.ts';
import type { Prompt } from '../../prompt/prompt.ts';
import { Failure } from '../failure.ts';
import type { Computing } from './computing.ts';
import { type Photo, readCrop } from './photo.ts';
import { engineWords } from './problems.ts';
import { nativeRuntime } from './runtime.ts';

/** What the engine takes of a photo. */
export type Seen = Omit<Photo, 'path' | 'file' | 'report'>;

/** The engine of the page, on this machine. All that goes wrong is thrown as a Failure. */
export interface Engine {
  /** The id of the model set. */
  readonly setId: string;
  /** Who can answer, the set's default first. */
  readonly kinds: readonly ModelKind[];
  /** Unless its embedding is still there. */
  encode(photo: Seen, model: ModelKind): Promise<void>;
  /** Encodes the photo when this model first sees it. `asOne`: all steps at once; else each with the mask so far. */
  ask(photo: Seen, model: ModelKind, prompt: Prompt, asOne?: boolean): Promise<Decoded>;
  /** What an object of one photo is on another; null where it isn't there. */
  follow(from: Seen, to: Seen, model: ModelKind, mask: Mask): Promise<Followed | null>;
  findEverything(
    photo: Photo,
    model: ModelKind,
    options: EverythingOptions,
    listener?: Listener,
  ): Promise<readonly FoundMask[]>;
  /** Frees the encoder, which is most of what it holds. */
  close(): Promise<void>;
}

interface Listener {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: EverythingProgress) => void;
}

/** Reads a file of a model set by its name. */
export type ReadSetFile = (name: string) => Promise<Uint8Array>;

const MODELS = join(import.meta.dirname, '../../../public/models');

const readShipped: ReadSetFile = (name) => readFile(join(MODELS, name));

/** `read` left out: the set in public/models. */
export async function openEngine(
  computing: Computing,
  read: ReadSetFile = readShipped,
): Promise<Engine> {
  const manifest = await readManifest(read);
  const { precision: wanted } = computing;
  const precision = wanted === 'int8' ? precisionOf('wasm-threads', manifest) : wanted;
  const files = setFiles(manifest, precision);
  const graphs = await readGraphs(files, read);
  const runtime = nativeRuntime(computing);
  const sessions = await openSessions(runtime, graphs);
  const { id, calibration } = manifest;
  const kinds = kindsOf(files);
  const traits = { calibration, ...traitsOf(manifest) };
  const model = { id, kinds, precision, runtime, sessions, ...traits };
  // A photo is seen once here, and then the next one.
  const core = createEngineCore(model, createEmbeddingStore(NO_DISK));

  async function see({ id: photoId, size: photoSize, image, isClear }: Seen, kind: ModelKind) {
    const seen = { photoId, model: kind, photoSize };
    if (!(await core.recall(seen))) answerOf(await core.encode({ ...seen, image, isClear }));
    return seen;
  }

  return {
    setId: id,
    kinds,
    async encode(photo, kind) {
      await see(photo, kind);
    },
    async ask(photo, kind, prompt, asOne = false) {
      const { photoId } = await see(photo, kind);
      return answerOf(await core.decode({ photoId, model: kind, prompt, asOne }));
    },
    async follow(from, to, kind, mask) {
      const { photoId: fromId } = await see(from, kind);
      const { photoId } = await see(to, kind);
      return answerOf(await core.follow({ photoId, model: kind, fromId, mask }));
    },
    async findEverything(photo, kind, options, { signal, onProgress } = NOBODY) {
      const request = { ...(await see(photo, kind)), options };
      const parts = {
        step: core.everythingStep,
        readCrop: (box: Parameters<typeof readCrop>[1]) => readCrop(photo, box),
        onProgress,
      };
      return answerOf(await runEverything(signal, request, parts));
    },
    close: sessions.releaseEncoder,
  };
}

const NOBODY: Listener = { signal: new AbortController().signal, onProgress() {} };

/** Without opening it. */
export async function readSetId(): Promise<string> {
  return (await readManifest(readShipped)).id;
}

async function readManifest(read: ReadSetFile) {
  const parsed = parseManifest(new TextDecoder().decode(await read(MANIFEST_NAME)));
  if (!parsed.ok) throw new Failure(`${MANIFEST_NAME} of the model set: ${parsed.detail}`);
  return parsed.manifest;
}

function answerOf<T>(outcome: Outcome<T, NoEmbedding | NoSource>): T {
  if (!outcome.ok) throw new Failure(engineWords(outcome.problem));
  return outcome.value;
}

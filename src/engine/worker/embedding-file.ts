import { sha256 } from '../../browser/sha256.ts';
import type { Size } from '../../geometry/spaces.ts';
import { bytesOf, type Embedding, type ImageTensor, type ImageTensorName } from './embedding.ts';

/**
 * An embedding as a file, little-endian as every machine that runs browsers:
 *
 *   0   magic, version, bytes of the header, bytes of the payload: four uint32
 *   16  SHA-256 of all that follows
 *   48  header: JSON in UTF-8, filled up with spaces to a multiple of four
 *   ..  payload: the tensors one after the other, float16
 */
const MAGIC = 0x45_41_53_52;
const VERSION = 1;
const DIGEST_AT = 16;
const HEADER_AT = 48;

/** Rewriting so many first bytes changes nothing in the file but its time. */
export const TOUCHED_BYTES = 4;

interface Header {
  readonly key: string;
  readonly photo: Size;
  readonly input: Size;
  readonly tensors: readonly {
    readonly name: ImageTensorName;
    readonly shape: readonly number[];
  }[];
}

export async function writeEmbedding(embedding: Embedding): Promise<Uint8Array<ArrayBuffer>> {
  const header = new TextEncoder().encode(headerText(embedding));
  const tensors = [...embedding.tensors.values()];
  const payloadBytes = bytesOf(embedding);
  const file = new Uint8Array(HEADER_AT + header.length + payloadBytes);
  new Uint32Array(file.buffer, 0, 4).set([MAGIC, VERSION, header.length, payloadBytes]);
  file.set(header, HEADER_AT);
  const payload = new Uint16Array(file.buffer, HEADER_AT + header.length);
  let at = 0;
  for (const { halves } of tensors) {
    payload.set(halves, at);
    at += halves.length;
  }
  file.set(await digestOf(file), DIGEST_AT);
  return file;
}

/**
 * Null for anything but a whole file of this version with this key and these tensors: it was cut,
 * damaged, or made by another version of the app.
 */
export async function readEmbedding(
  file: Uint8Array<ArrayBuffer>,
  key: string,
  names: readonly ImageTensorName[],
): Promise<Embedding | null> {
  if (file.length < HEADER_AT) return null;
  const [magic, version, headerBytes = 0, payloadBytes = 0] = new Uint32Array(file.buffer, 0, 4);
  if (magic !== MAGIC || version !== VERSION) return null;
  if (file.length !== HEADER_AT + headerBytes + payloadBytes) return null;
  const digest = await digestOf(file);
  if (digest.some((byte, i) => byte !== file[DIGEST_AT + i])) return null;
  // From here on it is what this version has written.
  const header: Header = JSON.parse(
    new TextDecoder().decode(file.subarray(HEADER_AT, HEADER_AT + headerBytes)),
  );
  const isExpected = header.tensors.map(({ name }) => name).join() === names.join();
  if (header.key !== key || !isExpected) return null;
  const { photo, input } = header;
  const payload = new Uint16Array(file.buffer, HEADER_AT + headerBytes);
  return { key, photo, input, tensors: tensorsOf(header, payload) };
}

function tensorsOf(
  { tensors }: Header,
  payload: Uint16Array,
): ReadonlyMap<ImageTensorName, ImageTensor> {
  let at = 0;
  return new Map(
    tensors.map(({ name, shape }) => {
      const from = at;
      at += shape.reduce((product, side) => product * side, 1);
      return [name, { shape, halves: payload.slice(from, at) }];
    }),
  );
}

function headerText({ key, photo, input, tensors }: Embedding): string {
  const shapes = [...tensors].map(([name, { shape }]) => ({ name, shape }));
  const text = JSON.stringify({ key, photo, input, tensors: shapes } satisfies Header);
  const bytes = new TextEncoder().encode(text).length;
  return text + ' '.repeat((4 - (bytes % 4)) % 4);
}

function digestOf(file: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return sha256(file.subarray(HEADER_AT));
}

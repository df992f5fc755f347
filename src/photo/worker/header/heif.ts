import type { Size } from '../../../geometry/spaces.ts';
import { readerOf, tagAt } from '../complete/bytes.ts';

/** What a HEIF file (HEIC, AVIF) says about the picture that it shows. */
export interface HeifFacts {
  /** Upright. */
  readonly size: Size;
  readonly isTurnedOrCut: boolean;
  /** The ICC profile of its colours; null: none. */
  readonly profile: Uint8Array<ArrayBuffer> | null;
  /** Its colours by numbers of ITU-T H.273; null: not said so. */
  readonly numbers: { readonly primaries: number; readonly transfer: number } | null;
}

interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Null when the description isn't there as a whole. */
export function heifFacts(bytes: Uint8Array): HeifFacts | null {
  const meta = boxes(bytes, 0, bytes.length).find(({ type }) => type === 'meta');
  if (!meta || meta.end > bytes.length) return null;
  const inside = boxes(bytes, meta.start + 4, meta.end);
  const properties = inside.find(({ type }) => type === 'iprp');
  const primary = inside.find(({ type }) => type === 'pitm');
  if (!properties || !primary) return null;
  const parts = boxes(bytes, properties.start, properties.end);
  const all = parts.find(({ type }) => type === 'ipco');
  const uses = parts.filter(({ type }) => type === 'ipma');
  if (!all) return null;
  const list = boxes(bytes, all.start, all.end);
  const itemId = primaryItem(bytes, primary);
  const own = uses
    .flatMap((box) => propertiesOf(bytes, box, itemId))
    .flatMap((i) => list[i - 1] ?? []);
  return factsOf(bytes, own);
}

function factsOf(bytes: Uint8Array, properties: readonly Box[]): HeifFacts | null {
  const reader = readerOf(bytes, false);
  let size: Size | null = null;
  let isTurnedOrCut = false;
  let profile: HeifFacts['profile'] = null;
  let numbers: HeifFacts['numbers'] = null;
  // Cameras write the turn before the size that it turns, too; turns and cuts keep their order.
  const ordered = properties.toSorted(
    (a, b) => Number(b.type === 'ispe') - Number(a.type === 'ispe'),
  );
  for (const { type, start, end } of ordered) {
    if (type === 'ispe') size = { width: reader.u32(start + 4), height: reader.u32(start + 8) };
    isTurnedOrCut ||= ['irot', 'imir', 'clap'].includes(type);
    if (size && type === 'clap') {
      size = {
        width: Math.round(reader.u32(start) / reader.u32(start + 4)),
        height: Math.round(reader.u32(start + 8) / reader.u32(start + 12)),
      };
    }
    const isQuarter = type === 'irot' && (reader.u8(start) & 1) === 1;
    if (size && isQuarter) size = { width: size.height, height: size.width };
    if (type === 'colr' && /^(prof|rICC)$/.test(tagAt(bytes, start))) {
      profile = bytes.slice(start + 4, end);
    }
    if (type === 'colr' && tagAt(bytes, start) === 'nclx') {
      numbers = { primaries: reader.u16(start + 4), transfer: reader.u16(start + 6) };
    }
  }
  return size && size.width > 0 && size.height > 0
    ? { size, isTurnedOrCut, profile, numbers }
    : null;
}

function primaryItem(bytes: Uint8Array, { start }: Box): number {
  const reader = readerOf(bytes, false);
  return reader.u8(start) === 0 ? reader.u16(start + 4) : reader.u32(start + 4);
}

/** Numbers of an item's properties in the list, from 1 on. */
function propertiesOf(bytes: Uint8Array, { start, end }: Box, itemId: number): number[] {
  const reader = readerOf(bytes, false);
  const idBytes = reader.u8(start) === 0 ? 2 : 4;
  const isWide = (reader.u8(start + 3) & 1) === 1;
  const items = reader.u32(start + 4);
  let at = start + 8;
  for (let i = 0; i < items && at < end; i += 1) {
    const id = idBytes === 2 ? reader.u16(at) : reader.u32(at);
    const count = reader.u8(at + idBytes);
    at += idBytes + 1;
    if (id === itemId) {
      return Array.from({ length: count }, (_, k) =>
        isWide ? reader.u16(at + 2 * k) & 0x7fff : reader.u8(at + k) & 0x7f,
      );
    }
    at += count * (isWide ? 2 : 1);
  }
  return [];
}

function boxes(bytes: Uint8Array, from: number, to: number): Box[] {
  const reader = readerOf(bytes, false);
  const found: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const short = reader.u32(at);
    const header = short === 1 ? 16 : 8;
    const length =
      short === 1 ? reader.u32(at + 8) * 2 ** 32 + reader.u32(at + 12) : short || to - at;
    if (!(length >= header)) break;
    found.push({ type: tagAt(bytes, at + 4), start: at + header, end: at + length });
    at += length;
  }
  return found;
}

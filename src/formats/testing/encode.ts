import { decodeLatin } from '../text/latin.ts';

/** The bytes of a text in an encoding of one or two bytes a sign, as no browser writes them. */
export function encodeAs(encoding: string, text: string): Uint8Array<ArrayBuffer> {
  const codes = codesOf(encoding);
  return Uint8Array.from([...text].flatMap((sign) => codes.get(sign) ?? fail(encoding, sign)));
}

export function utf16(text: string, isLittle: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  for (const [i, sign] of ['\ufeff', ...text].entries()) {
    view.setUint16(2 * i, sign.charCodeAt(0), isLittle);
  }
  return new Uint8Array(view.buffer);
}

const known = new Map<string, ReadonlyMap<string, readonly number[]>>();

function codesOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const codes = known.get(encoding) ?? makeCodes(encoding);
  known.set(encoding, codes);
  return codes;
}

function makeCodes(encoding: string): Map<string, readonly number[]> {
  const codes = new Map<string, readonly number[]>();
  const decode =
    encoding === 'windows-1252'
      ? decodeLatin
      : (bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);
  const add = (...bytes: readonly number[]) => {
    const sign = decode(Uint8Array.from(bytes));
    if ([...sign].length === 1 && sign !== '\ufffd' && !codes.has(sign)) codes.set(sign, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  }
  return codes;
}

function fail(encoding: string, sign: string): never {
  throw new RangeError(`${encoding} has no ${sign}`);
}

// biome-ignore-all lint/suspicious/noControlCharactersInRegex: signatures of binary files
import type { ForeignFile, PhotoFormat, PhotoProblem } from '../protocol.ts';

export type Sniffed =
  /** `problem`: what to say unless the browser can decode it; null: it should. */
  | { readonly format: PhotoFormat; readonly problem: PhotoProblem | null }
  | { readonly format: null; readonly problem: PhotoProblem };

/** Bytes of the file's beginning that `sniff` wants to see. */
export const SNIFF_BYTES = 4096;

/** Each signature as Latin-1 text, at an offset. */
const SUPPORTED: readonly (readonly [PhotoFormat, RegExp])[] = [
  ['jpeg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['bmp', /^BM.{12}[\x0c\x10\x28\x34\x38\x40\x6c\x7c]\0\0\0/s],
];

/** Some browsers know some of them. */
const UNSUPPORTED: readonly (readonly [string, RegExp])[] = [
  ['JPEG 2000', /^(\0\0\0\x0cjP {2}\r\n|\xff\x4f\xff\x51)/],
  ['Photoshop', /^8BPS/],
  ['GIMP', /^gimp xcf/],
  ['OpenEXR', /^v\/1\x01/],
  ['Radiance HDR', /^#\?(RADIANCE|RGBE)/],
  ['Netpbm', /^P[1-7][\s#]/],
  ['DirectDraw', /^DDS /],
  ['QOI', /^qoif/],
  ['FITS', /^SIMPLE {2}=/],
  ['HDF5', /^\x89HDF\r\n/],
  ['NRRD', /^NRRD0/],
  ['PostScript', /^(%!PS|\xc5\xd0\xd3\xc6)/],
  ['SGI', /^\x01\xda[\0\x01][\x01\x02]/],
  ['PCX', /^\x0a[\0\x02-\x05]\x01[\x01\x02\x04\x08]/],
  ['DICOM', /^.{128}DICM/s],
];

const JPEG_XL = /^(\xff\x0a|\0\0\0\x0cJXL \r\n)/;
const TIFF = /^(II[*+]\0|MM\0[*+])/;

const FOREIGN: readonly (readonly [ForeignFile, RegExp])[] = [
  ['raw', /^(FUJIFILMCCD-RAW|II[RU]\0|IIRO|II\*\0.{4}CR|\0MRM|FOVb)/s],
  // A list of none is no icon: Targa begins like that.
  ['windowsIcon', /^\0\0[\x01\x02]\0[^\0]\0/s],
  ['appleIcon', /^icns/],
  ['video', /^(\x1a\x45\xdf\xa3|RIFF.{4}AVI |\0\0\x01[\xb3\xba])/s],
];

/** By the first bytes, never by name or MIME type. */
export function sniff(head: Uint8Array): Sniffed {
  const text = latin1(head.subarray(0, SNIFF_BYTES));
  if (text.slice(4, 8) === 'ftyp' && text.length >= 12) return sniffIsoMedia(text);
  if (JPEG_XL.test(text)) return { format: 'jxl', problem: unsupported('JPEG XL') };
  for (const [name, signature] of UNSUPPORTED) {
    if (signature.test(text)) return { format: 'other', problem: unsupported(name) };
  }
  for (const [file, signature] of FOREIGN) {
    if (signature.test(text)) return foreign(file);
  }
  if (TIFF.test(text)) return { format: 'tiff', problem: null };
  for (const [format, signature] of SUPPORTED) {
    if (signature.test(text)) return { format, problem: null };
  }
  if (isSvg(text)) return { format: 'other', problem: unsupported('SVG') };
  return { format: null, problem: { kind: 'not-an-image' } };
}

function unsupported(format: string): PhotoProblem {
  return { kind: 'unsupported', format };
}

/** A video has no one picture to ask for. */
function foreign(file: ForeignFile): Sniffed {
  const problem = { kind: 'foreign', file } as const;
  return file === 'video' ? { format: null, problem } : { format: 'other', problem };
}

/** The root comes after declarations and comments, but not inside a web page. */
function isSvg(text: string): boolean {
  return /^(\xef\xbb\xbf)?\s*</.test(text) && /<svg[\s>]/i.test(text) && !/<html[\s>]/i.test(text);
}

/** AVIF, HEIC, camera raw and MP4 share a container; the brands tell them apart. */
function sniffIsoMedia(text: string): Sniffed {
  const length = Math.min(text.length, 256, ...ftypLength(text));
  const brands = new Set<string>();
  for (let at = 8; at + 4 <= length; at += 4) if (at !== 12) brands.add(text.slice(at, at + 4));
  if (brands.has('avif') || brands.has('avis')) return { format: 'avif', problem: null };
  const isHeif = [...brands].some((brand) => /^(he[ivu]|mif1|msf1)/.test(brand));
  if (isHeif) return { format: 'heic', problem: unsupported('HEIC') };
  return foreign(brands.has('crx ') ? 'raw' : 'video');
}

function ftypLength(text: string): number[] {
  const size = [0, 1, 2, 3].reduce((sum, i) => sum * 256 + text.charCodeAt(i), 0);
  return size >= 16 ? [size] : [];
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

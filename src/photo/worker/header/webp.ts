import { WEBP } from 'image-size/types/webp';
import { tagAt } from '../complete/bytes.ts';
import type { Header } from './header.ts';

const HAS_EXIF = 0x08;

export function webpHeader(bytes: Uint8Array): Header | null {
  const { width, height } = WEBP.calculate(bytes);
  const isExtended = tagAt(bytes, 12) === 'VP8X';
  const hasExif = isExtended && ((bytes[20] ?? 0) & HAS_EXIF) !== 0;
  return { size: { width, height }, isCertain: !hasExif };
}

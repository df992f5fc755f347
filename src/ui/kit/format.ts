import { currentLocale, t } from '../../words/words.ts';

const BYTES = { kilo: 1e3, mega: 1e6, giga: 1e9 } as const;
type BytesUnit = keyof typeof BYTES;

/** By language and options: making one takes longer than formatting a list of objects with it. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = currentLocale();
  const key = locale + JSON.stringify(options);
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { useGrouping: false, ...options });
  numberFormats.set(key, made);
  return made;
}

/** With as many digits after the decimal mark as asked for. */
export function formatFixed(value: number, digits: number): string {
  return numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );
}

/** "scores, notes and tags". */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(currentLocale()).format(items);
}

/** "2 GB", "1.3 GB", "27 MB", "4.2 MB", "64 kB". */
export function formatBytes(bytes: number): string {
  const unit = bytesUnit(bytes);
  return t(`format.bytes.${unit}`, { value: bytesIn(unit, bytes) });
}

/** "12 of 27 MB". */
export function formatBytesOf(done: number, total: number): string {
  if (total <= 0) return formatBytes(done);
  const unit = bytesUnit(total);
  return t(`format.bytesOf.${unit}`, { done: bytesIn(unit, done), total: bytesIn(unit, total) });
}

function bytesUnit(bytes: number): BytesUnit {
  if (bytes >= BYTES.giga) return 'giga';
  return bytes > 0 && bytes < BYTES.mega / 10 ? 'kilo' : 'mega';
}

function bytesIn(unit: BytesUnit, bytes: number): string {
  const value = bytes / BYTES[unit];
  if (unit === 'kilo') return formatFixed(Math.ceil(value), 0);
  if (unit === 'giga') return numberFormat({ maximumFractionDigits: 1 }).format(value);
  return formatFixed(value, value > 0 && value < 10 ? 1 : 0);
}

/** "96 ms", "2.4 s". */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 1000
    ? t('format.milliseconds', { value: formatFixed(milliseconds, 0) })
    : formatSeconds(milliseconds);
}

/** "0.3 s" also where it is little, for what counts up. */
export function formatSeconds(milliseconds: number): string {
  return t('format.seconds', { value: formatFixed(milliseconds / 1000, 1) });
}

/** "40 s", "12 min", "3 h 5 min". */
export function formatTime(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 60) return t('format.seconds', { value: formatFixed(seconds, 0) });
  return minutes < 60
    ? t('format.minutes', { value: formatFixed(minutes, 0) })
    : t('format.hours', { hours: formatFixed(Math.floor(minutes / 60), 0), minutes: minutes % 60 });
}

/** "12 %", "0.04 %": a share of 1. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent === 0 || percent >= 10) return formatPercent(percent, 0);
  if (percent < 0.01) return t('format.percentBelow', { value: formatFixed(0.01, 2) });
  const twoDigits = numberFormat({ minimumSignificantDigits: 2, maximumSignificantDigits: 2 });
  return t('format.percent', { value: twoDigits.format(percent) });
}

/** "99.8 %": of a hundred, with as many digits as asked for. */
export function formatPercent(percent: number, digits: number): string {
  return t('format.percent', { value: formatFixed(percent, digits) });
}

/** "24.2 MP", "0.3 MP". */
export function formatMegapixels(width: number, height: number): string {
  const megapixels = (width * height) / 1e6;
  return megapixels < 0.1
    ? t('format.pixels', { value: formatFixed(width * height, 0) })
    : t('format.megapixels', { value: formatFixed(megapixels, 1) });
}

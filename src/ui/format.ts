const MEGABYTE = 1e6;
const GIGABYTE = 1e9;

/** "2 GB", "1.3 GB", "27 MB", "4.2 MB", "64 kB". */
export function formatBytes(bytes: number): string {
  if (bytes >= GIGABYTE) return `${Number((bytes / GIGABYTE).toFixed(1))} GB`;
  const isSmall = bytes > 0 && bytes < MEGABYTE / 10;
  return isSmall ? `${Math.ceil(bytes / 1000)} kB` : `${megabytes(bytes)} MB`;
}

/** "12 of 27 MB". */
export function formatBytesOf(loaded: number, total: number): string {
  return total > 0 ? `${megabytes(loaded)} of ${formatBytes(total)}` : formatBytes(loaded);
}

function megabytes(bytes: number): string {
  const value = bytes / MEGABYTE;
  return value > 0 && value < 10 ? value.toFixed(1) : value.toFixed(0);
}

/** "96 ms", "2.4 s". */
export function formatDuration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** "40 s", "12 min", "3 h 5 min". */
export function formatTime(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "12 %", "0.04 %": a share of 1. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent === 0 || percent >= 10) return `${percent.toFixed(0)} %`;
  return percent >= 0.01 ? `${percent.toPrecision(2)} %` : '< 0.01 %';
}

/** "24.2 MP", "0.3 MP". */
export function formatMegapixels(width: number, height: number): string {
  const megapixels = (width * height) / 1e6;
  return megapixels < 0.1 ? `${width * height} px` : `${megapixels.toFixed(1)} MP`;
}

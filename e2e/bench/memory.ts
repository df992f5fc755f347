import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/** Process ids of all renderers; a page opened later has the ones that are new. */
export async function rendererIds(browser: Browser): Promise<Set<number>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return new Set(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id));
}

/** Largest resident size in bytes that any of the processes has had; null where /proc doesn't tell. */
export function peakBytes(processIds: Iterable<number>): number | null {
  const peaks = [...processIds].map(peakOf).filter((bytes) => bytes !== null);
  return peaks.length > 0 ? Math.max(...peaks) : null;
}

/** Resident size in bytes now. Throws where /proc doesn't tell. */
export function residentBytes(processId: number): number {
  const status = readFileSync(`/proc/${processId}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

/** Whole ones, for people. */
export function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

/** Null for a process that has ended too: Chromium keeps spare ones. */
function peakOf(processId: number): number | null {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
  } catch {
    return null;
  }
}

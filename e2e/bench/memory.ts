import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/** Process ids of all renderers; a page opened later has the ones that are new. */
export async function rendererIds(browser: Browser): Promise<Set<number>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return new Set(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id));
}

/** Largest resident size in bytes that the processes have had, added up; null where /proc doesn't tell. */
export function peakBytes(processIds: Iterable<number>): number | null {
  try {
    return [...processIds].map(peakOf).reduce((sum, bytes) => sum + bytes, 0);
  } catch {
    return null;
  }
}

function peakOf(processId: number): number {
  const status = readFileSync(`/proc/${processId}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

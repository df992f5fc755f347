import type { LaunchOptions } from '@playwright/test';
import { findInstalledBrowser } from './find.ts';

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Names that are no secure context, for tests of plain http.
  '--host-resolver-rules=MAP *.test 127.0.0.1',
];

/**
 * How every test, golden and bench run starts Chromium; the software WebGPU adapter only on request. A GPU may
 * want switches of its own, which CHROMIUM_FLAGS adds, with spaces between.
 */
export function launchOptions(extra: { readonly webgpu: boolean }): LaunchOptions {
  const executablePath = findInstalledBrowser();
  const args = [
    ...QUIET,
    // Chromium refuses to start as root with its sandbox.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(extra.webgpu ? ['--enable-unsafe-webgpu'] : []),
    ...(process.env.CHROMIUM_FLAGS ?? '').split(' ').filter(Boolean),
  ];
  return { args, ...(executablePath ? { executablePath } : {}) };
}

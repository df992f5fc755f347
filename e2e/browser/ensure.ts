import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findInstalledBrowser } from './find.ts';

/** Makes sure that the end-to-end tests find a browser: an installed one, Debian's, or Playwright's own. */
function ensureBrowser(): void {
  const installed = findInstalledBrowser();
  if (installed) {
    console.log(`browser: ${installed}`);
    return;
  }
  if (existsSync(chromium.executablePath())) return;
  if (!installFromDebian()) run('npx', ['playwright', 'install', 'chromium']);
}

/** False when this is not a Debian machine, or not as root. */
function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  try {
    run('apt-get', ['update', '-q']);
    run('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium']);
  } catch (error) {
    console.warn(`Debian has no chromium for us: ${error}`);
  }
  // Ubuntu's package of this name is an empty shell that asks for snap.
  return findInstalledBrowser() !== null;
}

function run(command: string, args: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
}

ensureBrowser();

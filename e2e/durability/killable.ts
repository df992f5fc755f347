import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { launchOptions } from '../browser/launch.ts';

/** A browser that can be killed as by a power cut: all its processes at once, without a chance to tidy up. */
export interface KillableBrowser {
  readonly page: Page;
  kill(): Promise<void>;
}

const START_MILLISECONDS = 30_000;

/** Started by hand, as a leader of a process group; what it stores stays in the profile's folder. */
export async function startKillable(profile: string): Promise<KillableBrowser> {
  const { args = [], executablePath = chromium.executablePath() } = launchOptions({
    webgpu: false,
  });
  const child = spawn(
    executablePath,
    [
      ...args,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, kill: () => kill(child, browser) };
}

async function kill(child: ChildProcess, browser: Browser): Promise<void> {
  if (child.pid === undefined || child.signalCode !== null) return;
  const ended = child.exitCode === null ? once(child, 'exit') : null;
  process.kill(-child.pid, 'SIGKILL');
  await ended;
  await browser.close().catch(() => {});
}

/** Goes on reading, since a browser whose complaints nobody reads stops. */
function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!stderr) return reject(new Error('the browser says nothing'));
    setTimeout(() => reject(new Error('the browser does not start')), START_MILLISECONDS).unref();
    createInterface({ input: stderr }).on('line', (line) => {
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
  });
}

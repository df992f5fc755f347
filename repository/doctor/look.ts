import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findInstalledBrowser } from '../../e2e/browser/find.ts';
import { launchOptions } from '../../e2e/browser/launch.ts';
import { RESPONSE_HEADERS } from '../../src/security/headers.ts';
import type { BrowserLook, BrowserSeen, FileSeen } from './judge.ts';

export function npmVersion(): string | null {
  try {
    const options = { encoding: 'utf8', shell: process.platform === 'win32' } as const;
    return execFileSync('npm', ['--version'], options).trim();
  } catch {
    return null;
  }
}

export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

interface Listed {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Every file that a folder's `manifest.json` lists; none where there is no manifest to read. */
export function lookAtFiles(folder: string): readonly FileSeen[] {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  } catch {
    return [];
  }
  const files = new Map(listedIn(manifest).map((file) => [file.name, file]));
  return [...files.values()].map((file) => ({ name: file.name, problem: problemOf(folder, file) }));
}

function listedIn(node: unknown): readonly Listed[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('name' in node && 'bytes' in node && 'sha256' in node) return [node as Listed];
  return Object.values(node).flatMap(listedIn);
}

function problemOf(folder: string, { name, bytes, sha256 }: Listed): FileSeen['problem'] {
  const path = join(folder, name);
  if (!existsSync(path)) return 'missing';
  const data = readFileSync(path);
  if (data.length !== bytes) return 'other size';
  return createHash('sha256').update(data).digest('hex') === sha256 ? null : 'other checksum';
}

/** Starts the browser that the tests would start, on a page with the headers of the app. */
export async function lookAtBrowser(): Promise<BrowserSeen> {
  const path = findInstalledBrowser() ?? chromium.executablePath();
  if (!existsSync(path)) return { kind: 'none' };
  try {
    const browser = await chromium.launch(launchOptions({ webgpu: false }));
    try {
      const look = await onOwnPage(await browser.newPage());
      return { kind: 'works', look: { path, version: browser.version(), ...look } };
    } finally {
      await browser.close();
    }
  } catch (error) {
    const [problem = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return { kind: 'broken', path, problem };
  }
}

type PageLook = Pick<BrowserLook, 'gpu' | 'isIsolated' | 'cores'>;

async function onOwnPage(page: Page): Promise<PageLook> {
  const server = createServer((_, response) => {
    response.writeHead(200, { ...RESPONSE_HEADERS, 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>doctor</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    return await page.evaluate(lookAtPage);
  } finally {
    server.close();
  }
}

/** Runs in the page. */
async function lookAtPage(): Promise<PageLook> {
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' });
  const { isFallbackAdapter, vendor, architecture, description } = adapter?.info ?? {};
  const name = description || [vendor, architecture].filter(Boolean).join(' ') || 'GPU';
  const isSoftware = isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|basic render/i.test(name);
  return {
    gpu: adapter ? { name, isSoftware, hasFloat16: adapter.features.has('shader-f16') } : null,
    isIsolated: crossOriginIsolated && typeof SharedArrayBuffer === 'function',
    cores: navigator.hardwareConcurrency,
  };
}

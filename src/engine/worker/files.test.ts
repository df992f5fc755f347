import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FileSpec } from '../../models/load-file.ts';
import { fetchFiles } from './files.ts';
import { problemOf } from './problem.ts';

/** What the server has, by URL. */
let server: Record<string, (signal: AbortSignal) => Response>;

vi.stubGlobal('fetch', async (url: string, { signal }: { signal: AbortSignal }) => {
  const respond = server[url];
  if (!respond) throw new TypeError('Failed to fetch');
  await new Promise((resolve) => setImmediate(resolve));
  return respond(signal);
});
afterEach(() => {
  server = {};
});

describe('fetching the model’s files', () => {
  test('each file arrives whole, and progress counts the bytes over all of them', async () => {
    server = { '/a': () => binary('abc'), '/b': () => binary('defgh') };
    const heard: number[][] = [];
    const { all, bytesOf } = fetchFiles([spec('a', 'abc'), spec('b', 'defgh')], (...n) =>
      heard.push(n),
    );
    await all;
    expect(new TextDecoder().decode(await bytesOf('b'))).toBe('defgh');
    expect(heard[0]).toEqual([0, 8]);
    expect(heard.at(-1)).toEqual([8, 8]);
  });

  test.each([
    ['is not there', () => new Response('no', { status: 404 }), 404],
    ['is answered with a page', () => page('<!doctype html>'), 200],
    ['can’t be reached', undefined, 0],
  ])('a file that %s is missing', async (_, respond, status) => {
    server = respond ? { '/a': respond } : {};
    expect(await failureOf([spec('a', 'abc')])).toEqual({
      kind: 'missing-file',
      file: 'a',
      status,
    });
  });

  test.each([
    ['other content of the same length', 'abd'],
    ['too little', 'ab'],
    ['too much', 'abcd'],
  ])('%s is a corrupt file', async (_, content) => {
    server = { '/a': () => binary(content) };
    expect(await failureOf([spec('a', 'abc')])).toEqual({ kind: 'corrupt-file', file: 'a' });
  });

  test('a connection that breaks half-way is a missing file', async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('network error'));
      },
    });
    server = { '/a': () => new Response(broken) };
    expect(await failureOf([spec('a', 'abc')])).toEqual({
      kind: 'missing-file',
      file: 'a',
      status: 0,
    });
  });

  test('the rest is stopped, and whoever waits for it learns which file failed', async () => {
    server = { '/a': () => new Response('no', { status: 500 }), '/b': endless };
    const { all, bytesOf } = fetchFiles([spec('a', 'abc'), spec('b', 'bbb')], () => {});
    await expect(all).rejects.toMatchObject({ problem: { file: 'a', status: 500 } });
    await expect(bytesOf('b')).rejects.toMatchObject({ problem: { file: 'a', status: 500 } });
  });
});

async function failureOf(specs: FileSpec[]) {
  const { all } = fetchFiles(specs, () => {});
  return problemOf(
    await all.then(
      () => null,
      (error: unknown) => error,
    ),
  );
}

function spec(name: string, content: string): FileSpec {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name, url: `/${name}`, bytes: content.length, sha256 };
}

function binary(content: string): Response {
  return new Response(new TextEncoder().encode(content));
}

/** Sends nothing, until it is stopped. */
function endless(signal: AbortSignal): Response {
  const body = new ReadableStream({
    start: (controller) =>
      signal.addEventListener('abort', () => controller.error(signal.reason), { once: true }),
  });
  return new Response(body);
}

function page(content: string): Response {
  return new Response(content, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

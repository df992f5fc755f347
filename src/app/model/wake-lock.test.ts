import { afterEach, expect, test, vi } from 'vitest';
import { createWakeLock } from './wake-lock.ts';

afterEach(() => vi.unstubAllGlobals());

/** The browser's, by its rules: a hidden page loses its lock and gets none. */
function stubBrowser() {
  const page = new EventTarget();
  const given: { released: boolean; release(): Promise<void> }[] = [];
  let isHidden = false;
  const request = async () => {
    if (isHidden) throw new DOMException('hidden', 'NotAllowedError');
    const lock = {
      released: false,
      async release() {
        lock.released = true;
      },
    };
    given.push(lock);
    return lock;
  };
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', { wakeLock: { request } });
  return {
    held: () => given.filter(({ released }) => !released).length,
    async hide(hidden: boolean) {
      isHidden = hidden;
      if (hidden) for (const lock of given) lock.released = true;
      page.dispatchEvent(new Event('visibilitychange'));
      await settle();
    },
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('the screen stays awake from hold to release, and once only', async () => {
  const browser = stubBrowser();
  const lock = createWakeLock();
  lock.hold();
  lock.hold();
  await settle();
  expect(browser.held()).toBe(1);
  lock.release();
  expect(browser.held()).toBe(0);
});

test('a page that comes back asks again, but only while it is wanted', async () => {
  const browser = stubBrowser();
  const lock = createWakeLock();
  lock.hold();
  await settle();
  await browser.hide(true);
  expect(browser.held()).toBe(0);
  await browser.hide(false);
  expect(browser.held()).toBe(1);
  lock.release();
  await browser.hide(true);
  await browser.hide(false);
  expect(browser.held()).toBe(0);
});

test('released before the browser has answered, nothing stays held', async () => {
  const browser = stubBrowser();
  const lock = createWakeLock();
  lock.hold();
  lock.release();
  await settle();
  expect(browser.held()).toBe(0);
});

test('without wake locks nothing happens', async () => {
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('navigator', {});
  const lock = createWakeLock();
  lock.hold();
  await settle();
  lock.release();
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { untilAnswered } from './until-answered.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function begin(state: { pending: boolean; embedded: boolean }) {
  const view = createStore(() => state);
  const resolved = vi.fn();
  void untilAnswered(view).then(resolved);
  return { view, resolved };
}

it('does not wait where nothing is asked, or the photo is still being encoded', async () => {
  for (const state of [
    { pending: false, embedded: true },
    { pending: true, embedded: false },
  ]) {
    const { resolved } = begin(state);
    await vi.advanceTimersByTimeAsync(0);
    expect(resolved).toHaveBeenCalled();
  }
});

it('waits for the answer and its frame', async () => {
  const { view, resolved } = begin({ pending: true, embedded: true });
  await vi.advanceTimersByTimeAsync(200);
  view.setState({ pending: false });
  await vi.advanceTimersByTimeAsync(10);
  expect(resolved).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(40);
  expect(resolved).toHaveBeenCalled();
});

it('waits for half a second at most', async () => {
  const { resolved } = begin({ pending: true, embedded: true });
  await vi.advanceTimersByTimeAsync(499);
  expect(resolved).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(resolved).toHaveBeenCalled();
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTiming } from './timing.ts';

const work = vi.fn();

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  work.mockClear();
});

it('waits for a pause, but not for ever', () => {
  const timing = createTiming(work);
  timing.changed();
  vi.advanceTimersByTime(1_400);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(work).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 12; i++) {
    timing.changed();
    vi.advanceTimersByTime(1_000);
  }
  expect(work).toHaveBeenCalledTimes(2);
});

it('rests the longer the longer the work takes, hurries when it is asked to, and stops', () => {
  const timing = createTiming(work);
  timing.took(2_000);
  timing.changed();
  vi.advanceTimersByTime(7_900);
  expect(work).not.toHaveBeenCalled();
  timing.now();
  timing.now();
  expect(work).toHaveBeenCalledTimes(1);
  timing.changed();
  timing.stop();
  vi.advanceTimersByTime(60_000);
  expect(work).toHaveBeenCalledTimes(1);
});

import { expect, test } from 'vitest';
import { createQueue } from './queue.ts';

test('tasks run one at a time, in order, and a failure does not stop the next', async () => {
  const queue = createQueue();
  const events: string[] = [];
  const task = (name: string, fails = false) =>
    queue(async () => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([task('a'), task('b', true), task('c')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(events).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});

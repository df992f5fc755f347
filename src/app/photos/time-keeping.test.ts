import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDocument } from '../../document/document.ts';
import { createView } from '../state/context.ts';
import { keepTime } from './time-keeping.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

it('a photo’s time is that between what the person does, without long breaks', () => {
  const context = { document: createDocument(), view: createView() };
  keepTime(context);
  const show = (id: string) => context.view.setState({ photo: { id, levels: [] } });
  const wait = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);
  const act = () => context.view.setState({ pointer: null });
  show('a');
  for (let i = 0; i < 5; i++) {
    wait(4);
    act();
  }
  wait(600);
  act();
  wait(3);
  show('b');
  wait(10);
  show('a');
  wait(7);
  show('b');
  expect(context.document.state.getState().seconds).toEqual({ a: 30, b: 10 });
});

import { afterEach, expect, test } from 'vitest';
import { loadWords, setLanguage, t } from '../../words/words.ts';
import { createView } from './context.ts';
import { noticeWords, notify } from './notices.ts';

await loadWords('ko');

afterEach(() => setLanguage('en'));

test('what was said before the language changed is said in the new one, with all that is in it', () => {
  const view = createView();
  notify(view, 'info', t('prompts.unchanged', { reason: t('prompts.zoom.empty') }));
  const words = () => view.getState().notices.map(noticeWords);
  expect(words()).toEqual(['The mask stays as it was. The mask is empty.']);
  setLanguage('ko');
  const empty = t('prompts.zoom.empty');
  expect(words()).toEqual([t('prompts.unchanged', { reason: empty })]);
  expect(words()[0]).not.toMatch(/[A-Za-z]/);
});

test('what the browser said itself stays as it is', () => {
  const view = createView();
  notify(view, 'error', 'QuotaExceededError');
  setLanguage('ko');
  expect(view.getState().notices.map(noticeWords)).toEqual(['QuotaExceededError']);
});

import type { StoreApi } from 'zustand/vanilla';
import { saidAs, sayAgain } from '../../words/words.ts';
import type { Notice, NoticeAction, ViewState } from './view.ts';

let lastId = 0;

/** Says something to the person until they dismiss it; the same words are not stacked. */
export function notify(
  view: StoreApi<ViewState>,
  tone: Notice['tone'],
  text: string,
  action: NoticeAction | null = null,
): void {
  lastId += 1;
  const notice: Notice = { id: lastId, tone, text, said: saidAs(text), action };
  view.setState(({ notices }) => ({
    notices: [...notices.filter((other) => other.text !== text), notice],
  }));
}

/** In the language of the page, which may have changed since. */
export function noticeWords({ text, said }: Notice): string {
  return said ? sayAgain(said) : text;
}

export interface NoticeVerbs {
  dismissNotice(id: number): void;
}

export function createNotices(view: StoreApi<ViewState>): NoticeVerbs {
  return {
    dismissNotice: (id) =>
      view.setState(({ notices }) => ({ notices: notices.filter((one) => one.id !== id) })),
  };
}

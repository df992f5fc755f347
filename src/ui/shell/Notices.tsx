import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { noticeWords } from '../../app/state/notices.ts';
import type { Notice } from '../../app/state/view.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useView } from '../kit/annotator.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { UpdateNotice } from './UpdateNotice.tsx';

const ICONS = { info: Info, warning: TriangleAlert, error: CircleAlert } as const;

/** What the person should know, said once and aloud; stays until dismissed. */
export function Notices() {
  const notices = useView((view) => view.notices);
  return (
    <section className="notices" aria-label={t('shell.notices')} aria-live="polite">
      <UpdateNotice />
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const annotator = useAnnotator();
  const Icon = ICONS[notice.tone];
  return (
    <div className={`notice ${notice.tone}`} role={notice.tone === 'error' ? 'alert' : undefined}>
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      <div className="notice-body">
        <p>{noticeWords(notice)}</p>
        {notice.action && (
          <button
            type="button"
            className="button"
            onClick={() => {
              annotator.dismissNotice(notice.id);
              void notice.action?.run();
            }}
          >
            {notice.action.label}
          </button>
        )}
      </div>
      <IconButton
        icon={X}
        label={t('shell.dismiss')}
        tip="left"
        onClick={() => annotator.dismissNotice(notice.id)}
      />
    </div>
  );
}

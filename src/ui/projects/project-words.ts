import type { ProjectsState } from '../../app/projects/projects-state.ts';
import type { ProjectHead } from '../../projects/records.ts';
import type { SaveFailure } from '../../projects/saving.ts';
import { formatBytes } from '../format.ts';

/** "12 photos · 34 objects · 56 MB". */
export function sizeWords({ photos, objects, bytes }: ProjectHead): string {
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
  return `${count(photos, 'photo')} · ${count(objects, 'object')} · ${formatBytes(bytes)}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "today, 14:03", "26 Nov 2026". */
export function dateWords(milliseconds: number, now = new Date()): string {
  const date = new Date(milliseconds);
  const isToday = date.toDateString() === now.toDateString();
  return isToday ? `today, ${TIME.format(date)}` : DAY.format(date);
}

export function usageWords({ usage, persistence }: ProjectsState): string {
  if (!usage) return '';
  const used = `All projects and models take ${formatBytes(usage.used)} of the ${formatBytes(usage.most)} that this browser gives.`;
  return persistence === 'refused'
    ? `${used} It may clear them when the disk runs full: save a project file now and then.`
    : used;
}

interface SaveWords {
  readonly short: string;
  readonly long: string;
}

/** What the top bar says about how safe the work is. */
export function saveWords({ storage, access, save }: ProjectsState): SaveWords {
  if (storage === 'none') {
    return { short: 'Not kept', long: 'This window keeps nothing once it is closed' };
  }
  if (access !== 'write') return { short: 'Read only', long: 'Another tab writes this project' };
  switch (save.kind) {
    case 'kept':
      return { short: 'Saved', long: 'Everything is on this device’s disk' };
    case 'saving':
      return { short: 'Saving…', long: 'The last changes are on their way to the disk' };
    case 'failed':
      return { short: 'Not saved', long: FAILURES[save.reason].what };
  }
}

/** What went wrong with saving, and what to do about it. */
export const FAILURES: Readonly<
  Record<SaveFailure['reason'], { readonly what: string; readonly help: string }>
> = {
  full: {
    what: 'Not saved: the disk, or this browser’s share of it, is full.',
    help: 'Your work is still here as long as this tab is open. Delete a project or make room on the disk and try again, or save a project file on another disk.',
  },
  taken: {
    what: 'Not saved: another tab has gone on with this project.',
    help: 'What this tab has since then is only here. Save it as a project file before you close the tab.',
  },
  newer: {
    what: 'Not saved: a newer version of the app is open in another tab.',
    help: 'Save a project file if there is unsaved work, then reload this page.',
  },
  refused: {
    what: 'Not saved: the browser refuses to write.',
    help: 'Your work is still here as long as this tab is open. Try again, or save a project file.',
  },
};

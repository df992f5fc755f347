import type { ProjectsState } from '../../app/projects/projects-state.ts';
import type { ProjectHead } from '../../projects/records.ts';
import { dateFormat, t } from '../../words/words.ts';
import { formatBytes } from '../kit/format.ts';

/** "12 photos · 34 objects · 56 MB". */
export function sizeWords({ photos, objects, bytes }: ProjectHead): string {
  const counts = [t('photos.count', { count: photos }), t('objects.count', { count: objects })];
  return [...counts, formatBytes(bytes)].join(' · ');
}

/** "today, 14:03", "26 Nov 2026". */
export function dateWords(milliseconds: number, now = new Date()): string {
  const date = new Date(milliseconds);
  if (date.toDateString() !== now.toDateString())
    return dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format(date);
  const time = dateFormat({ hour: '2-digit', minute: '2-digit' }).format(date);
  return t('projects.cards.today', { time });
}

/** How large the project is, and how much room all projects take once that is measured. */
export function factWords(project: ProjectHead, state: ProjectsState): string {
  const size = sizeWords(project);
  const usage = usageWords(state);
  return usage === null
    ? t('projects.menu.size', { size })
    : t('projects.menu.sizeAndUsage', { size, usage });
}

function usageWords({ usage, persistence }: ProjectsState): string | null {
  if (!usage) return null;
  const isAtRisk = persistence === 'refused';
  return t(isAtRisk ? 'projects.storage.usageAtRisk' : 'projects.storage.usage', {
    used: formatBytes(usage.used),
    most: formatBytes(usage.most),
  });
}

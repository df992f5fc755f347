import type { Offline } from '../../offline/client.ts';
import type { ProjectVerbs } from '../projects/projects-state.ts';
import type { Context } from '../state/context.ts';
import { createNotices, type NoticeVerbs } from '../state/notices.ts';
import { createHistory, type HistoryVerbs } from './history.ts';
import { createNavigation, type NavigationVerbs } from './navigation.ts';
import { createOfflineVerbs, type OfflineVerbs } from './offline.ts';
import { createPreferences, type PreferenceVerbs } from './preferences.ts';
import { createTour, type TourVerbs } from './tour.ts';

/** The page around the work: how it is looked at, gone back in, learnt and kept. */
export interface PageVerbs
  extends HistoryVerbs,
    NavigationVerbs,
    PreferenceVerbs,
    TourVerbs,
    OfflineVerbs,
    NoticeVerbs {}

interface Parts {
  readonly offline: Offline;
  readonly projects: ProjectVerbs['projects'];
  openFiles(files: readonly File[]): Promise<void>;
  showPhoto(photoId: string): Promise<void>;
  /** Asks for the mask of the prompt in hand again. */
  refresh(): Promise<void>;
}

export function createPage(
  context: Context,
  { offline, projects, openFiles, ...stage }: Parts,
): PageVerbs {
  const { view } = context;
  return {
    ...createHistory(context, stage),
    ...createNavigation(view),
    ...createPreferences(view),
    ...createTour(context),
    ...createOfflineVerbs(context, offline, openFiles, projects),
    ...createNotices(view),
  };
}

import type { StoreApi } from 'zustand/vanilla';
import type { StoredReports } from '../../projects/reports.ts';
import { figuresOf, type PhotoFigures } from '../../report/report.ts';
import type { Reports } from '../state/reports.ts';
import type { ViewState } from '../state/view.ts';

/** A list by what is measured is put in order so often while photos are being measured, and not for each. */
const TOGETHER_MILLISECONDS = 500;

export function createReports(
  view: Pick<StoreApi<ViewState>, 'getState' | 'setState'>,
  kept: StoredReports,
): Reports {
  let taken = new Map<string, PhotoFigures>();
  let recalled: Promise<void> | null = null;

  function show(more: ReadonlyMap<string, PhotoFigures>, isNewer: boolean): void {
    const { reports } = view.getState();
    view.setState({ reports: new Map(isNewer ? [...reports, ...more] : [...more, ...reports]) });
  }

  function flush(): void {
    const newest = taken;
    taken = new Map();
    show(newest, true);
    void kept.write(newest);
  }

  return {
    recall() {
      recalled ??= kept.readAll().then((all) => {
        if (all.size > 0) show(all, false);
      });
      return recalled;
    },
    take(photoId, report) {
      if (taken.size === 0) setTimeout(flush, TOGETHER_MILLISECONDS);
      taken.set(photoId, figuresOf(report));
    },
  };
}

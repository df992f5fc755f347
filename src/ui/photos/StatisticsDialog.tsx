import type { ComponentProps } from 'react';
import {
  type ClassStatistics,
  type Statistics,
  statisticsOf,
} from '../../app/photos/statistics.ts';
import { countQualities } from '../../report/quality.ts';
import { t } from '../../words/words.ts';
import { useDocument, useView } from '../kit/annotator.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { formatShare, formatTime } from '../kit/format.ts';
import { QualityTable } from './QualityTable.tsx';

type Props = Pick<ComponentProps<typeof Dialog>, 'isOpen' | 'onClose'>;

/** What there is in the project, and how long it took. */
export function StatisticsDialog(props: Props) {
  return (
    <Dialog title={t('statisticsDialog.title')} {...props}>
      <Figures />
    </Dialog>
  );
}

function Figures() {
  const statistics = statisticsOf(useDocument((state) => state));
  const photos = useDocument((state) => state.photos);
  const reports = useView((view) => view.reports);
  return (
    <div className="statistics">
      <Totals statistics={statistics} />
      <QualityTable counts={countQualities(photos.map(({ id }) => reports.get(id)))} />
      {statistics.classes.length === 0 ? (
        <p className="hint">{t('statisticsDialog.empty')}</p>
      ) : (
        <ClassTable statistics={statistics} />
      )}
    </div>
  );
}

function Totals({ statistics }: { readonly statistics: Statistics }) {
  const { photos, stages, objects } = statistics;
  return (
    <dl className="facts">
      <dt>{t('statisticsDialog.photos')}</dt>
      <dd>
        {t('statisticsDialog.stages', {
          photos,
          done: stages.done + stages.accepted,
          inWork: stages['in-work'] + stages.rejected,
          untouched: stages.untouched,
        })}
      </dd>
      <dt>{t('statisticsDialog.objects')}</dt>
      <dd>{objects}</dd>
      <dt>{t('statisticsDialog.time')}</dt>
      <dd>{timeWords(statistics)}</dd>
    </dl>
  );
}

function timeWords({ seconds, secondsPerDonePhoto: each }: Statistics): string {
  const time = formatTime(seconds);
  return each === null
    ? t('statisticsDialog.work', { time })
    : t('statisticsDialog.workAndEach', { time, each: formatTime(each) });
}

function ClassTable({ statistics: { classes } }: { readonly statistics: Statistics }) {
  const most = Math.max(1, ...classes.map(({ objects }) => objects));
  return (
    <div className="statistics-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('statisticsDialog.class')}</th>
            <th scope="col">{t('statisticsDialog.objects')}</th>
            <th scope="col">{t('statisticsDialog.photos')}</th>
            <th scope="col" title={t('statisticsDialog.smallTip')}>
              {t('statisticsDialog.small')}
            </th>
            <th scope="col" title={t('statisticsDialog.mediumTip')}>
              {t('statisticsDialog.medium')}
            </th>
            <th scope="col">{t('statisticsDialog.large')}</th>
            <th scope="col" title={t('statisticsDialog.medianAreaTip')}>
              {t('statisticsDialog.medianArea')}
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map((one) => (
            <ClassRow key={one.name ?? ''} row={one} most={most} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ClassRow({ row, most }: { readonly row: ClassStatistics; readonly most: number }) {
  return (
    <tr>
      <th scope="row">
        {row.color && <span className="swatch" style={{ background: row.color }} />}
        {row.name ?? t('statisticsDialog.withoutClass')}
      </th>
      <td className="counted">
        {row.objects}
        <span className="bar" aria-hidden="true">
          <span style={{ inlineSize: `${(100 * row.objects) / most}%` }} />
        </span>
      </td>
      <td>{row.photos}</td>
      <td>{row.sizes.small}</td>
      <td>{row.sizes.medium}</td>
      <td>{row.sizes.large}</td>
      <td>{row.medianShare === null ? '–' : formatShare(row.medianShare)}</td>
    </tr>
  );
}

import type { ComponentProps } from 'react';
import {
  type ClassStatistics,
  type Statistics,
  statisticsOf,
} from '../../app/photos/statistics.ts';
import { useDocument } from '../annotator.ts';
import { Dialog } from '../Dialog.tsx';
import { formatShare, formatTime } from '../format.ts';

type Props = Pick<ComponentProps<typeof Dialog>, 'isOpen' | 'onClose'>;

/** What there is in the project, and how long it took. */
export function StatisticsDialog(props: Props) {
  return (
    <Dialog title="Statistics" {...props}>
      <Figures />
    </Dialog>
  );
}

function Figures() {
  const statistics = statisticsOf(useDocument((state) => state));
  return (
    <div className="statistics">
      <Totals statistics={statistics} />
      {statistics.classes.length === 0 ? (
        <p className="hint">Classes and objects are counted here once there are some.</p>
      ) : (
        <ClassTable statistics={statistics} />
      )}
    </div>
  );
}

function Totals({ statistics }: { readonly statistics: Statistics }) {
  const { photos, stages, objects, seconds, secondsPerDonePhoto } = statistics;
  return (
    <dl className="facts">
      <dt>Photos</dt>
      <dd>
        {photos}: {stages.done} done, {stages['in-work']} in work, {stages.untouched} untouched
      </dd>
      <dt>Objects</dt>
      <dd>{objects}</dd>
      <dt>Time</dt>
      <dd>
        {formatTime(seconds)} of work
        {secondsPerDonePhoto !== null &&
          `, ${formatTime(secondsPerDonePhoto)} a photo that is done`}
      </dd>
    </dl>
  );
}

function ClassTable({ statistics: { classes } }: { readonly statistics: Statistics }) {
  const most = Math.max(1, ...classes.map(({ objects }) => objects));
  return (
    <div className="statistics-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">Objects</th>
            <th scope="col">Photos</th>
            <th scope="col" title="Up to 32 × 32 pixels of area">
              Small
            </th>
            <th scope="col" title="Up to 96 × 96 pixels of area">
              Medium
            </th>
            <th scope="col">Large</th>
            <th scope="col" title="Middle one of the areas, as a share of the photo">
              Median area
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
        {row.name ?? 'Without a class'}
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

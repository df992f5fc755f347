import { MEASURES } from '../../report/findings.ts';
import type { QualityCounts } from '../../report/quality.ts';
import { t } from '../../words/words.ts';
import { qualityWords } from './quality-words.ts';

/** How many photos of the project are how bad. */
export function QualityTable({ counts }: { readonly counts: QualityCounts }) {
  const { clear, unmeasured, faults } = counts;
  const found = MEASURES.filter((measure) => faults[measure].some + faults[measure].strong > 0);
  return (
    <div className="statistics-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('quality.title')}</th>
            <th scope="col">{t('statisticsDialog.photos')}</th>
            <th scope="col">{t('reportPanel.levels.some')}</th>
            <th scope="col">{t('reportPanel.levels.strong')}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={qualityWords('clear')} figures={[clear]} />
          {found.map((measure) => {
            const { some, strong } = faults[measure];
            return (
              <Row
                key={measure}
                name={qualityWords(measure)}
                figures={[some + strong, some, strong]}
              />
            );
          })}
          {unmeasured > 0 && <Row name={qualityWords('unmeasured')} figures={[unmeasured]} />}
        </tbody>
      </table>
    </div>
  );
}

function Row({ name, figures }: { readonly name: string; readonly figures: readonly number[] }) {
  const [photos, some = '', strong = ''] = figures;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{photos}</td>
      <td>{some}</td>
      <td>{strong}</td>
    </tr>
  );
}

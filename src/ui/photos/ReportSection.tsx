import { findingsOf, MEASURES, type Measure } from '../../report/findings.ts';
import { isBlank } from '../../report/quality.ts';
import type { PhotoReport } from '../../report/report.ts';
import { t } from '../../words/words.ts';
import { useView } from '../kit/annotator.ts';
import { formatShare } from '../kit/format.ts';

/** What is wrong with the shown photo, in words, beside its histogram. */
export function ReportSection() {
  const report = useView((view) => view.measured?.report);
  if (!report) return null;
  if (isBlank(report)) return <p className="hint">{t('quality.blankWhy')}</p>;
  const findings = findingsOf(report);
  const found = MEASURES.filter((measure) => findings[measure] !== 'none');
  return (
    <details className="report">
      <summary>
        {t('reportPanel.title')}
        <small>{found.length === 0 ? t('reportPanel.nothing') : foundWords(found)}</small>
      </summary>
      <Histogram shares={report.histogram} />
      <dl className="facts report-facts">
        {MEASURES.map((measure) => (
          <Row key={measure} measure={measure} report={report} />
        ))}
      </dl>
    </details>
  );
}

function foundWords(found: readonly Measure[]): string {
  return found.map((measure) => t(`reportPanel.names.${measure}`)).join(', ');
}

function Row({ measure, report }: { readonly measure: Measure; readonly report: PhotoReport }) {
  const level = findingsOf(report)[measure];
  return (
    <>
      <dt>{t(`reportPanel.names.${measure}`)}</dt>
      <dd data-level={level}>
        {t(`reportPanel.levels.${level}`)} <small>{figureOf(measure, report)}</small>
      </dd>
    </>
  );
}

function figureOf(measure: Measure, report: PhotoReport): string {
  switch (measure) {
    case 'noise':
      return t('reportPanel.sigma', { value: report.noise.toFixed(1) });
    case 'blocks':
      return t('reportPanel.step', { value: report.blocks.toFixed(1) });
    case 'motion':
      return t('reportPanel.direction', { degrees: Math.round(report.motion.degrees) });
    default:
      return formatShare(report[measure]);
  }
}

const HEIGHT = 40;

/** Drawn by its square root, so little is seen too. */
function Histogram({ shares }: { readonly shares: readonly number[] }) {
  const most = Math.sqrt(Math.max(...shares, 1e-9));
  return (
    <svg
      className="report-histogram"
      viewBox={`0 0 ${shares.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('reportPanel.histogram')}
    >
      <path
        d={shares
          .map((share, i) => `M${i + 0.5} ${HEIGHT}v${-(HEIGHT * Math.sqrt(share)) / most}`)
          .join('')}
      />
    </svg>
  );
}

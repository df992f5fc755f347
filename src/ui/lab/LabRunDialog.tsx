import { useMemo } from 'react';
import type { LabCase, LabRun } from '../../app/lab/lab-state.ts';
import { RUN_FILES, resultsOf } from '../../app/lab/saving.ts';
import { type Chart, chartsOf } from '../../evaluate/report/chart.ts';
import { conditionWords } from '../../evaluate/report/tables.ts';
import { t } from '../../words/words.ts';
import { useAnnotator } from '../kit/annotator.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { useObjectUrl } from '../kit/use-object-url.ts';

interface Props {
  readonly run: LabRun;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What came of a run: a chart a degradation, the worst cases, and files of it. */
export function LabRunDialog({ run, isOpen, onClose }: Props) {
  return (
    <Dialog title={t('lab.run.title')} isOpen={isOpen} onClose={onClose}>
      <Content run={run} onClose={onClose} />
    </Dialog>
  );
}

function Content({ run, onClose }: Omit<Props, 'isOpen'>) {
  const annotator = useAnnotator();
  const charts = useMemo(() => chartsOf(resultsOf(run)), [run]);
  return (
    <>
      <div className="data-buttons">
        {RUN_FILES.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            onClick={() => void annotator.saveLabRun(kind)}
          >
            {t(`lab.run.save.${kind}`)}
          </button>
        ))}
      </div>
      <h3>{t('lab.report.worst')}</h3>
      <ul className="lab-run-grid">
        {run.worst.map((one) => (
          <li key={conditionWords(one)}>
            <Case
              one={one}
              onOpen={() => {
                annotator.openLabCase(one);
                onClose();
              }}
            />
          </li>
        ))}
      </ul>
      <h3>{t('lab.report.byDegradation')}</h3>
      <ul className="lab-run-grid">
        {charts.map((chart) => (
          <li key={chart.degradation}>
            <ChartImage chart={chart} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Case({ one, onOpen }: { readonly one: LabCase; readonly onOpen: () => void }) {
  const url = useObjectUrl(one.picture);
  const words = `${conditionWords(one)}: ${t(`lab.subjects.${one.subject}`)} ${one.iou.toFixed(3)}`;
  return (
    <button type="button" className="lab-case" onClick={onOpen}>
      {url && <img src={url} alt="" />}
      <span>{words}</span>
    </button>
  );
}

function ChartImage({ chart: { svg, title } }: { readonly chart: Chart }) {
  const blob = useMemo(() => new Blob([svg], { type: 'image/svg+xml' }), [svg]);
  const url = useObjectUrl(blob);
  return url && <img className="lab-chart" src={url} alt={title} />;
}

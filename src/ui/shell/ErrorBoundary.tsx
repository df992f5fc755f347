import { Component, type ReactNode } from 'react';
import { t } from '../../words/words.ts';
import { useAnnotator, useProjects } from '../kit/annotator.ts';
import { saveWords } from '../projects/project-words.ts';
import { copyReport } from './report.ts';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly hasFailed: boolean;
}

/** A fault in one part leaves the others as they are, and the work with them. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <FailedPart goOn={() => this.setState({ hasFailed: false })} />;
  }
}

function FailedPart({ goOn }: { readonly goOn: () => void }) {
  const annotator = useAnnotator();
  const { short, long } = saveWords(useProjects((state) => state));
  return (
    <section className="failed-part" role="alert">
      <p>{t('shell.failedPart.what')}</p>
      <p>
        {short}: {long}
      </p>
      <div className="failed-part-actions">
        <button type="button" className="button primary" onClick={goOn}>
          {t('shell.failedPart.goOn')}
        </button>
        <button type="button" className="button" onClick={() => void copyReport(annotator)}>
          {t('shell.failedPart.report')}
        </button>
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('shell.failedPart.reload')}
        </button>
      </div>
    </section>
  );
}

import { Component, type ReactNode } from 'react';
import { t } from '../../words/words.ts';
import { useAnnotator, useProjects } from '../kit/annotator.ts';
import { saveWords } from '../projects/save-words.ts';
import { copyReport } from './report.ts';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly failure: { readonly error: unknown } | null;
}

/** A fault in one part leaves the others as they are, and the work with them. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return <FailedPart error={failure.error} goOn={() => this.setState({ failure: null })} />;
  }
}

interface FailedProps {
  readonly error: unknown;
  readonly goOn: () => void;
}

function FailedPart({ error, goOn }: FailedProps) {
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
        <button type="button" className="button" onClick={() => void copyReport(annotator, error)}>
          {t('shell.failedPart.report')}
        </button>
        <button type="button" className="button" onClick={() => location.reload()}>
          {t('shell.failedPart.reload')}
        </button>
      </div>
    </section>
  );
}

import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** Short figure beside the title. */
  readonly figure?: string;
  /** Until it is unfolded. */
  readonly isFolded?: boolean;
  readonly children: ReactNode;
}

/** A section of the inspector that folds away. */
export function Panel({ title, figure, isFolded = false, children }: Props) {
  return (
    <details className="panel" open={!isFolded}>
      <summary>
        <ChevronRight aria-hidden size={14} className="panel-chevron" />
        <h2>{title}</h2>
        {figure && <span className="panel-figure">{figure}</span>}
      </summary>
      <div className="panel-body">{children}</div>
    </details>
  );
}

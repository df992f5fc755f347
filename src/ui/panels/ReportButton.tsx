import { useState } from 'react';
import { useAnnotator } from '../annotator.ts';
import { reportText } from '../report.ts';

/** Facts for a bug report; nothing of the photos goes in. */
export function ReportButton() {
  const annotator = useAnnotator();
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'refused'>('idle');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(reportText(annotator));
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  }
  const words = { idle: 'Copy a report', copied: 'Copied', refused: 'Copying was refused' };
  return (
    <button type="button" className="button quiet" onClick={() => void copy()}>
      {words[outcome]}
    </button>
  );
}

import { t } from '../../words/words.ts';
import { useEngine } from '../kit/annotator.ts';
import { formatBytes, formatDuration } from '../kit/format.ts';
import { Panel } from '../kit/Panel.tsx';
import { BackendSelect } from './BackendSelect.tsx';
import { EmbeddingCache } from './EmbeddingCache.tsx';
import { EncodingAhead } from './EncodingAhead.tsx';
import { rejectionWords } from './engine-reasons.ts';
import { backendWords } from './engine-words.ts';
import { MemoryLine } from './MemoryLine.tsx';
import { ModelSets } from './ModelSets.tsx';
import { OfflineUse } from './OfflineUse.tsx';
import { ReportButton } from './ReportButton.tsx';

/** Where the model runs, how fast, and why not elsewhere. */
export function EnginePanel() {
  const status = useEngine((state) => state);
  const { lastEncodeMilliseconds: encode, lastDecodeMilliseconds: decode } = status;
  return (
    <Panel title={t('modelPanel.title')}>
      <dl className="facts">
        <dt>{t('modelPanel.facts.model')}</dt>
        <dd>{status.set?.name ?? '–'}</dd>
        {status.set && (
          <>
            <dt>{t('modelPanel.facts.size')}</dt>
            <dd>
              {formatBytes(status.set.bytes)} · {status.set.precision}
            </dd>
            <dt>{t('modelPanel.facts.from')}</dt>
            <dd className="fact-name">{status.set.provenance}</dd>
            <dt>{t('modelPanel.facts.licence')}</dt>
            <dd>{status.set.licence}</dd>
          </>
        )}
        <dt>{t('modelPanel.facts.runsOn')}</dt>
        <dd>{backendWords(status)}</dd>
        {status.adapter && (
          <>
            <dt>{t('modelPanel.facts.adapter')}</dt>
            <dd>{status.adapter}</dd>
          </>
        )}
        <dt>{t('modelPanel.facts.encode')}</dt>
        <dd>{encode === null ? '–' : formatDuration(encode)}</dd>
        <dt>{t('modelPanel.facts.decode')}</dt>
        <dd>{decode === null ? '–' : formatDuration(decode)}</dd>
      </dl>
      {status.set?.isOfficial && <p className="hint">{t('modelPanel.official')}</p>}
      <ModelSets />
      <OfflineUse />
      <Rejections />
      <BackendSelect />
      <MemoryLine />
      <EmbeddingCache />
      <EncodingAhead />
      <ReportButton />
    </Panel>
  );
}

function Rejections() {
  const reasons = rejectionWords(useEngine((status) => status.rejections));
  if (reasons.length === 0) return null;
  return (
    <div className="rejections">
      <h3>{t('modelPanel.notUsed')}</h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

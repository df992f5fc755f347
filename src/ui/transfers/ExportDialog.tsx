import { type ComponentProps, useState } from 'react';
import { canPickFolders } from '../../app/files/save-file.ts';
import { changedIds, saysControls } from '../../app/transfers/dataset.ts';
import type { ExportChoice } from '../../app/transfers/transfers.ts';
import { FORMATS } from '../../formats/formats.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useDocument, useTransfers, useView } from '../kit/annotator.ts';
import { useChrome } from '../kit/chrome.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { formatBytes } from '../kit/format.ts';
import { Choices } from './Choices.tsx';
import { ExportOptions } from './ExportOptions.tsx';
import { ExportPlan } from './ExportPlan.tsx';
import { FORMAT_GROUPS, failureWords, lossWords, scopeWords, targetWords } from './export-words.ts';

type Props = Pick<ComponentProps<typeof Dialog>, 'isOpen' | 'onClose'>;

const FIRST_CHOICE: ExportChoice = {
  format: 'coco',
  scope: 'labelled',
  target: 'zip',
  shapes: 'polygons',
  tolerance: 0,
  valShare: 0,
  includesPhotos: true,
  feather: 1,
};

/** Keeps the choice while the page is open; closing it doesn't stop a zip that is being written. */
export function ExportDialog({ isOpen, onClose }: Props) {
  const annotator = useAnnotator();
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const change = (change: Partial<ExportChoice>) => {
    annotator.forgetExport();
    setChoice({ ...choice, ...change });
  };
  return (
    <Dialog title={t('exportDialog.title')} isOpen={isOpen} onClose={onClose}>
      <ExportForm choice={choice} onChange={change} />
    </Dialog>
  );
}

interface FormProps {
  readonly choice: ExportChoice;
  readonly onChange: (change: Partial<ExportChoice>) => void;
}

function ExportForm({ choice, onChange }: FormProps) {
  const photoId = useView((view) => view.photo?.id);
  const all = useDocument(({ photos }) => photos.length);
  const labelled = useDocument(
    ({ photos, objects }) => photos.filter(({ id }) => objects[id]?.length).length,
  );
  const changed = useDocument((state) => changedIds(state, choice, photoId));
  const hasControls = useDocument(saysControls);
  if (!photoId) {
    return (
      <div className="data-form">
        <p className="hint">{t('exportDialog.empty')}</p>
        <ImportInstead />
      </div>
    );
  }
  const isEmpty = choice.scope === 'labelled' && labelled === 0;
  // Seldom there, and said only then.
  const { loses } = FORMATS[choice.format];
  const loss = lossWords(hasControls ? loses : loses.filter((kept) => kept !== 'controls'));
  return (
    <div className="data-form">
      <FormatSelect choice={choice} onChange={onChange} />
      <p className="hint data-about">
        {t(`exportDialog.formats.${choice.format}.about`)} {loss}
        {changed > 0 && ` ${t('exportDialog.changedIds', { count: changed })}`}
      </p>
      <Choices
        legend={t('exportDialog.scope')}
        words={scopeWords(labelled, all)}
        value={choice.scope}
        onChange={(scope) => onChange({ scope })}
      />
      {canPickFolders() && (
        <Choices
          legend={t('exportDialog.target')}
          words={targetWords()}
          value={choice.target}
          onChange={(target) => onChange({ target })}
        />
      )}
      <ExportOptions choice={choice} onChange={onChange} />
      {isEmpty ? <p className="hint">{t('exportDialog.empty')}</p> : <ExportPlan choice={choice} />}
      <ExportActions choice={choice} isDisabled={isEmpty} />
      <ImportInstead />
    </div>
  );
}

/** Narrow screens have no room for both ways in the top bar. */
function ImportInstead() {
  const { show } = useChrome();
  return (
    <button type="button" className="button quiet narrow-only" onClick={() => show('import')}>
      {t('exportDialog.importInstead')}
    </button>
  );
}

function FormatSelect({ choice, onChange }: FormProps) {
  return (
    <label className="data-field">
      <span>{t('exportDialog.format')}</span>
      <select
        value={choice.format}
        onChange={({ target }) => {
          const format = FORMAT_GROUPS.flatMap(({ formats }) => formats).find(
            (id) => id === target.value,
          );
          if (format) onChange({ format });
        }}
      >
        {FORMAT_GROUPS.map(({ group, formats }) => (
          <optgroup key={group} label={t(`exportDialog.groups.${group}`)}>
            {formats.map((id) => (
              <option key={id} value={id}>
                {t(`exportDialog.formats.${id}.name`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

function ExportActions({
  choice,
  isDisabled,
}: {
  readonly choice: ExportChoice;
  readonly isDisabled: boolean;
}) {
  const annotator = useAnnotator();
  const state = useTransfers(({ exporting }) => exporting);
  if (state.kind === 'writing') {
    const { photos, of, bytes } = state.progress;
    return (
      <div className="data-actions" role="status">
        <span className="data-progress">
          {t('exportDialog.progress', { done: photos, total: of, size: formatBytes(bytes) })}
          <span className="bar" aria-hidden="true">
            <span style={{ inlineSize: `${(photos / Math.max(of, 1)) * 100}%` }} />
          </span>
        </span>
        <button type="button" className="button" onClick={() => annotator.cancelExport()}>
          {t('exportDialog.cancel')}
        </button>
      </div>
    );
  }
  return (
    <div className="data-actions">
      {state.kind === 'done' && (
        <p role="status">
          {t('exportDialog.done', { name: state.name, size: formatBytes(state.bytes) })}
        </p>
      )}
      {state.kind === 'failed' && (
        <p role="alert" className="data-failure">
          {failureWords(state.failure)}
        </p>
      )}
      <button
        type="button"
        className="button primary"
        disabled={isDisabled}
        onClick={() => void annotator.exportDataset(choice)}
      >
        {t(state.kind === 'failed' ? 'exportDialog.again' : 'exportDialog.start')}
      </button>
    </div>
  );
}

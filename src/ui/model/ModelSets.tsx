import { FolderUp, PackageOpen } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { SetWork } from '../../app/model/model-sets-state.ts';
import type { StoredSet } from '../../models/store.ts';
import { t } from '../../words/words.ts';
import { useHands } from '../actions/hands.ts';
import { useAnnotator, useModelSets } from '../kit/annotator.ts';
import { formatBytes, formatBytesOf } from '../kit/format.ts';
import { PICKERS } from '../kit/places.ts';
import { RemoveButton } from '../kit/RemoveButton.tsx';

/** Which model set is used, the others kept in this browser, and the way in for another. */
export function ModelSets() {
  const stored = useModelSets((state) => state.stored);
  const work = useModelSets((state) => state.work);
  return (
    <section className="model-sets" aria-label={t('modelPanel.sets.title')}>
      {stored.length > 0 && (
        <ul>
          <SetRow set={null} />
          {stored.map((set) => (
            <SetRow key={set.id} set={set} />
          ))}
        </ul>
      )}
      {work ? <Working /> : <LoadButtons />}
    </section>
  );
}

/** `set` null: the one that came with the app. */
function SetRow({ set }: { readonly set: StoredSet | null }) {
  const annotator = useAnnotator();
  const isUsed = useModelSets((state) => state.chosen === (set?.id ?? null));
  const isBusy = useModelSets((state) => state.work !== null);
  const name = set?.name ?? t('modelPanel.sets.builtIn');
  return (
    <li aria-label={name}>
      <span className="model-set-name">
        {name}
        <small>
          {set
            ? t('modelPanel.sets.kept', { size: formatBytes(set.bytes) })
            : t('modelPanel.sets.builtInAbout')}
        </small>
      </span>
      {isUsed ? (
        <span className="model-set-used">{t('modelPanel.sets.inUse')}</span>
      ) : (
        <button
          type="button"
          className="button quiet"
          disabled={isBusy}
          aria-label={t('modelPanel.sets.useNamed', { name })}
          onClick={() => void annotator.switchSet(set?.id ?? null)}
        >
          {t('modelPanel.sets.use')}
        </button>
      )}
      {set && (
        <RemoveButton
          name={name}
          disabled={isBusy}
          onRemove={() => void annotator.removeSet(set.id)}
        />
      )}
    </li>
  );
}

function Working() {
  const annotator = useAnnotator();
  const work = useModelSets((state) => state.work);
  if (!work) return null;
  const { done, total } = work;
  const share = total > 0 ? done / total : 0;
  return (
    <div className="model-set-work" role="status">
      <span>{workWords(work)}</span>
      <button type="button" className="button quiet" onClick={() => annotator.cancelLoadingSet()}>
        {t('modelPanel.sets.cancel')}
      </button>
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </div>
  );
}

function workWords({ name, step, done, total }: SetWork): string {
  return total > 0
    ? t(`modelPanel.sets.${step}At`, { name, progress: formatBytesOf(done, total) })
    : t(`modelPanel.sets.${step}`, { name });
}

const canPickFolders = 'webkitdirectory' in HTMLInputElement.prototype;
/** Not in React's types, being an attribute of no standard. */
const FOLDER = { webkitdirectory: '' } as ComponentProps<'input'>;

function LoadButtons() {
  const { shell } = useHands();
  return (
    <div className="model-set-load">
      <span>{t('modelPanel.sets.load')}</span>
      <button type="button" className="button quiet" onClick={() => shell.pickFiles('model-zip')}>
        <PackageOpen aria-hidden size={16} strokeWidth={1.75} /> {t('modelPanel.sets.zip')}
      </button>
      {canPickFolders && (
        <button
          type="button"
          className="button quiet"
          onClick={() => shell.pickFiles('model-folder')}
        >
          <FolderUp aria-hidden size={16} strokeWidth={1.75} /> {t('modelPanel.sets.folder')}
        </button>
      )}
      <SetInput id={PICKERS['model-zip']} label={t('modelPanel.sets.zipInput')} accept=".zip" />
      <SetInput id={PICKERS['model-folder']} label={t('modelPanel.sets.folderInput')} {...FOLDER} />
    </div>
  );
}

type InputProps = ComponentProps<'input'> & {
  readonly label: string;
};

function SetInput({ label, ...rest }: InputProps) {
  const annotator = useAnnotator();
  return (
    <input
      {...rest}
      type="file"
      hidden
      aria-label={label}
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        // Lets the same file be picked again.
        target.value = '';
        void annotator.loadSet(files);
      }}
    />
  );
}

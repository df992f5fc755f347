import { FolderUp, PackageOpen } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { StoredSet } from '../../models/store.ts';
import { useHands } from '../actions/hands.ts';
import { useAnnotator, useModelSets } from '../annotator.ts';
import { formatBytes, formatBytesOf } from '../format.ts';
import { PICKERS } from '../places.ts';
import { RemoveButton } from './RemoveButton.tsx';

/** Which model set is used, the others kept in this browser, and the way in for another. */
export function ModelSets() {
  const stored = useModelSets((state) => state.stored);
  const work = useModelSets((state) => state.work);
  return (
    <section className="model-sets" aria-label="Model sets">
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
  const name = set?.name ?? 'Built-in model';
  return (
    <li aria-label={name}>
      <span className="model-set-name">
        {name}
        <small>
          {set ? `${formatBytes(set.bytes)}, kept for offline use` : 'came with the app'}
        </small>
      </span>
      {isUsed ? (
        <span className="model-set-used">in use</span>
      ) : (
        <button
          type="button"
          className="button quiet"
          disabled={isBusy}
          aria-label={`Use ${name}`}
          onClick={() => void annotator.switchSet(set?.id ?? null)}
        >
          Use
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
  const { name, step, done, total } = work;
  const share = total > 0 ? done / total : 0;
  return (
    <div className="model-set-work" role="status">
      <span>
        {step === 'reading' ? 'Checking' : 'Starting'} {name}
        {total > 0 && `: ${formatBytesOf(done, total)}`}
      </span>
      <button type="button" className="button quiet" onClick={() => annotator.cancelLoadingSet()}>
        Cancel
      </button>
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </div>
  );
}

const canPickFolders = 'webkitdirectory' in HTMLInputElement.prototype;
/** Not in React's types, being an attribute of no standard. */
const FOLDER = { webkitdirectory: '' } as ComponentProps<'input'>;

function LoadButtons() {
  const { shell } = useHands();
  return (
    <div className="model-set-load">
      <span>Load another set</span>
      <button type="button" className="button quiet" onClick={() => shell.pickFiles('model-zip')}>
        <PackageOpen aria-hidden size={16} strokeWidth={1.75} /> Zip…
      </button>
      {canPickFolders && (
        <button
          type="button"
          className="button quiet"
          onClick={() => shell.pickFiles('model-folder')}
        >
          <FolderUp aria-hidden size={16} strokeWidth={1.75} /> Folder…
        </button>
      )}
      <SetInput id={PICKERS['model-zip']} label="Model set as a zip" accept=".zip" />
      <SetInput id={PICKERS['model-folder']} label="Model set as a folder" {...FOLDER} />
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
        // So that the same file can be picked again.
        target.value = '';
        void annotator.loadSet(files);
      }}
    />
  );
}

import { FolderLock, FolderSync, FolderX } from 'lucide-react';
import type { AskedFile, FolderAnswer } from '../../app/folder/folder-state.ts';
import { t } from '../../words/words.ts';
import { useAnnotator, useFolder } from '../kit/annotator.ts';
import { ReconnectButton } from './FolderDialog.tsx';
import { canRetry, troubleWords } from './folder-words.ts';

/** Above the photo: what keeps labels from the folder, what someone else has changed there, and the way out. */
export function FolderAlerts() {
  const { phase, name, trouble, asked } = useFolder((folder) => folder);
  return (
    <>
      {phase === 'locked' && <Locked name={name} />}
      {phase !== 'none' && trouble && <Trouble />}
      {phase === 'connected' && asked.length > 0 && <Asked files={asked} />}
    </>
  );
}

function Locked({ name }: { readonly name: string }) {
  return (
    <div className="engine-alert" role="status">
      <FolderLock aria-hidden size={18} strokeWidth={1.75} />
      <p>
        <strong>{t('folder.locked', { name })}</strong> {t('folder.lockedHelp')}
      </p>
      <ReconnectButton />
    </div>
  );
}

function Trouble() {
  const annotator = useAnnotator();
  const { trouble, name } = useFolder((folder) => folder);
  if (!trouble) return null;
  return (
    <div className="engine-alert error" role="alert">
      <FolderX aria-hidden size={18} strokeWidth={1.75} />
      <p>
        <strong>{troubleWords(trouble, name)}</strong> {t('folder.safe')}
      </p>
      {canRetry(trouble) && (
        <button type="button" className="button" onClick={() => void annotator.checkFolder()}>
          {t('folder.again')}
        </button>
      )}
    </div>
  );
}

const ANSWERS: readonly FolderAnswer[] = ['mine', 'theirs', 'both'];
/** More are answered together. */
const MOST_LISTED = 4;

function Asked({ files }: { readonly files: readonly AskedFile[] }) {
  const listed = files.slice(0, MOST_LISTED);
  const more = files.length - listed.length;
  const all = files.map(({ path }) => path);
  return (
    <div className="engine-alert" role="alert">
      <FolderSync aria-hidden size={18} strokeWidth={1.75} />
      <div className="folder-asked">
        <p>
          <strong>{t('folder.asked', { count: files.length })}</strong> {t('folder.askedHelp')}
        </p>
        <ul>
          {listed.map((file) => (
            <li key={file.path}>
              <span>
                {file.path}
                {file.isDeleted && ` (${t('folder.deleted')})`}
              </span>
              {files.length > 1 && <Answers name={file.path} paths={[file.path]} />}
            </li>
          ))}
          {more > 0 && <li>{t('folder.more', { count: more })}</li>}
        </ul>
        {files.length > 1 && <span>{t('folder.all')}</span>}
        <Answers name={t('folder.all')} paths={all} isMain />
      </div>
    </div>
  );
}

interface AnswersProps {
  /** What they are about, for those who only hear it. */
  readonly name: string;
  readonly paths: readonly string[];
  readonly isMain?: boolean;
}

function Answers({ name, paths, isMain = false }: AnswersProps) {
  const annotator = useAnnotator();
  const isBusy = useFolder((folder) => folder.isBusy);
  return (
    <fieldset className="engine-alert-actions" aria-label={name}>
      {ANSWERS.map((answer) => (
        <button
          key={answer}
          type="button"
          className={isMain && answer === 'both' ? 'button primary' : 'button'}
          disabled={isBusy}
          title={t(`folder.answers.${answer}.about`)}
          onClick={() => void annotator.answerFolder(answer, paths)}
        >
          {t(`folder.answers.${answer}.name`)}
        </button>
      ))}
    </fieldset>
  );
}

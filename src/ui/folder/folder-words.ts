import {
  FOLDER_FORMATS,
  type FolderFormat,
  type FolderState,
  type FolderTrouble,
} from '../../app/folder/folder-state.ts';
import { dateFormat, t } from '../../words/words.ts';

/** By format, in order. */
export function formatChoices(): Readonly<Record<FolderFormat, string>> {
  const named = FOLDER_FORMATS.map((format) => [format, t(`folder.formats.${format}.name`)]);
  return Object.fromEntries(named);
}

/** In a few words, for the status line. */
export function shortFolderWords(state: FolderState): string | null {
  const { phase, name, trouble, asked, waiting, isBusy, writtenAt } = state;
  switch (phase) {
    case 'none':
      return null;
    case 'opening':
      return t('folder.short.opening', { name });
    case 'locked':
      return t('folder.short.locked', { name });
    case 'elsewhere':
      return t('folder.short.elsewhere', { name });
    case 'connected':
      if (trouble) return t('folder.short.trouble', { name });
      if (asked.length > 0) return t('folder.short.asked', { name, count: asked.length });
      if (waiting > 0 || isBusy) return t('folder.short.waiting', { name, count: waiting });
      return writtenAt === null
        ? t('folder.short.connected', { name })
        : t('folder.short.written', { name, time: timeWords(writtenAt) });
  }
}

export function timeWords(at: number): string {
  return dateFormat({ hour: 'numeric', minute: '2-digit' }).format(new Date(at));
}

export function troubleWords({ kind, path, detail }: FolderTrouble, name: string): string {
  const file = path ?? name;
  return kind === 'other'
    ? t('folder.trouble.other', { file, detail })
    : t(`folder.trouble.${kind}`, { file });
}

/** Whether the person can do something about it, and then try again. */
export function canRetry({ kind }: FolderTrouble): boolean {
  return kind !== 'no-photos';
}

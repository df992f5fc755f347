/** The browser's own dialogs, where it has them; TypeScript doesn't know them yet. */
interface FilePickers {
  showSaveFilePicker?(options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileSystemFileHandle>;
  showDirectoryPicker?(options: {
    readonly id: string;
    readonly mode?: 'readwrite';
  }): Promise<FileSystemDirectoryHandle>;
}

export function filePickers(): FilePickers {
  return globalThis as FilePickers;
}

/** Null: the person changed their mind. */
export async function unlessCancelled<Choice>(
  choosing: Promise<Choice> | undefined,
): Promise<Choice | null> {
  try {
    return (await choosing) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

import { fromEvent } from 'file-selector';
import { ImageDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { t } from '../../words/words.ts';

interface Props {
  /** The same function all the time. */
  readonly takeFiles: (files: readonly File[]) => void;
}

/**
 * Files dropped anywhere or pasted are taken; the overlay says so while they are over the page. Part of the first
 * screen: the browser would leave the page for a file that is dropped earlier.
 */
export function DropOverlay({ takeFiles }: Props) {
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // dragenter and dragleave fire for every child: count them.
    let depth = 0;
    const setDepth = (next: number) => {
      depth = next;
      setOver(depth > 0);
    };
    const open = async (event: DragEvent | ClipboardEvent) => {
      // Folders too, with all that is in them.
      const files = (await fromEvent(event)).filter((file) => file instanceof File);
      if (files.length > 0) takeFiles(files);
    };
    addEventListener('dragenter', (event) => hasFiles(event) && setDepth(depth + 1), { signal });
    addEventListener('dragleave', (event) => hasFiles(event) && setDepth(depth - 1), { signal });
    // Without this the browser would show the file instead of the page.
    addEventListener('dragover', (event) => event.preventDefault(), { signal });
    addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        setDepth(0);
        void open(event);
      },
      { signal },
    );
    addEventListener(
      'paste',
      (event) => {
        if (!event.clipboardData?.files.length) return;
        event.preventDefault();
        void open(event);
      },
      { signal },
    );
    return () => controller.abort();
  }, [takeFiles]);

  if (!isOver) return null;
  return (
    <div className="drop-overlay" role="status">
      <ImageDown aria-hidden size={40} strokeWidth={1.25} />
      <p>{t('shell.dropToOpen')}</p>
    </div>
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

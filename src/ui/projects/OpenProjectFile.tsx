import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { useAnnotator } from '../annotator.ts';

export function OpenProjectFile() {
  const annotator = useAnnotator();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button quiet" onClick={() => picker.current?.click()}>
        <FileUp aria-hidden size={16} strokeWidth={1.75} /> Open a project file
      </button>
      <input
        ref={picker}
        type="file"
        accept=".zip,application/zip"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void annotator.openProjectFile(file);
          target.value = '';
        }}
      />
    </>
  );
}
